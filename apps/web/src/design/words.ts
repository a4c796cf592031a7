import type { AppointmentRow, BookingState, RoleBeside, WayOfWorking } from '@dragoman/contracts';
import {
  IconAlertTriangle,
  IconBan,
  IconCalendarX,
  IconCheck,
  IconChecks,
  IconClock,
  IconFlag3Filled,
  IconFlagOff,
  IconHelpCircle,
  IconMessage2Question,
  IconMinus,
  IconPhone,
  IconPlayerPlay,
  IconSend,
  IconUser,
  IconUserOff,
  IconUserQuestion,
  IconVideo,
  type Icon,
} from '@tabler/icons-react';
import type { Tone } from './tone';

export type Word = { tone: Tone; icon: Icon; word: string };

export const stateWords: Record<BookingState, Word> = {
  requested: { tone: 'warn', icon: IconUserQuestion, word: 'Unfilled' },
  offering: { tone: 'info', icon: IconSend, word: 'Offering' },
  confirmed: { tone: 'ok', icon: IconCheck, word: 'Confirmed' },
  'in-progress': { tone: 'teal', icon: IconPlayerPlay, word: 'In progress' },
  completed: { tone: 'quiet', icon: IconCheck, word: 'Completed' },
  cancelled: { tone: 'quiet', icon: IconBan, word: 'Cancelled' },
  unmet: { tone: 'bad', icon: IconUserOff, word: 'Unmet' },
  'patient-absent': { tone: 'warn', icon: IconUserOff, word: 'Patient absent' },
  'interpreter-absent': { tone: 'bad', icon: IconUserOff, word: 'Interpreter absent' },
};

const cannotCome: Word = { tone: 'bad', icon: IconCalendarX, word: 'Cannot come' };
export const isAhead = (state: BookingState) => state === 'requested' || state === 'offering' || state === 'confirmed';

/** The one word for a booking; a patient who cannot come outweighs an interpreter who can. */
export const statusOf = ({ state, patientAnswer }: Pick<AppointmentRow, 'state' | 'patientAnswer'>): Word =>
  patientAnswer === 'cannot-come' && isAhead(state) ? cannotCome : stateWords[state];

export const messageWords: Record<AppointmentRow['messages'], Word> = {
  none: { tone: 'quiet', icon: IconMinus, word: 'None' },
  planned: { tone: 'warn', icon: IconClock, word: 'Not told yet' },
  sent: { tone: 'quiet', icon: IconCheck, word: 'Sent' },
  delivered: { tone: 'quiet', icon: IconChecks, word: 'Delivered' },
  coming: { tone: 'ok', icon: IconChecks, word: 'Coming' },
  'cannot-come': { tone: 'bad', icon: IconCalendarX, word: 'Cannot come' },
  'reply-to-read': { tone: 'info', icon: IconMessage2Question, word: 'Reply to read' },
  'not-informed': { tone: 'bad', icon: IconAlertTriangle, word: 'Not informed' },
};

export const needWords: Record<AppointmentRow['needsInterpreter'], Word> = {
  yes: { tone: 'teal', icon: IconFlag3Filled, word: 'Needed' },
  no: { tone: 'quiet', icon: IconFlagOff, word: 'Not needed' },
  unknown: { tone: 'warn', icon: IconHelpCircle, word: 'Unknown' },
};

export const roleBesideNames: Record<RoleBeside, string> = {
  'cultural-mediator': 'Cultural mediator',
  advocate: 'Advocate',
  'peer-navigator': 'Peer navigator',
  'deaf-relay': 'Deaf relay interpreter',
};

export const modalityWords: Record<WayOfWorking, { icon: Icon; word: string }> = {
  'in-person': { icon: IconUser, word: 'In person' },
  video: { icon: IconVideo, word: 'Video' },
  phone: { icon: IconPhone, word: 'Phone' },
  'sign-video': { icon: IconVideo, word: 'Signing by video' },
};
