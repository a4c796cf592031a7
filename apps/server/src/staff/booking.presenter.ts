import type { AfterSession, BookingRow, Cancellation, ConsentRow, EntryRow, LegRow, OfferRow, PatientWish, PlaceRow } from '@dragoman/bookings';
import type { BookingDetail, TimelineEntry } from '@dragoman/contracts';
import { isoOf, isoOrNull } from '@dragoman/kernel';
import type { Letter } from '@dragoman/letters';
import type { Inbound, SentMessage } from '@dragoman/messaging';
import { type NextMessage, type TaskKind, whyNotTicked } from '@dragoman/reminders';
import { tellAttendance } from './attendance.presenter';
import { tellChange } from './change.presenter';
import { tellAgency } from './agency.presenter';
import { presentConsents, presentUnderstanding, tellConsent } from './consent.presenter';
import { tellLadder } from './ladder.presenter';
import { presentLetterEntry } from './letter.presenter';
import { presentMessage, presentPause, presentReply } from './message.presenter';
import type { SearchRow } from '@dragoman/searches';
import { presentSearchOfBooking, tellSearch } from './booking-search.presenter';
import { presentBookingRelay } from './relay.presenter';
import { presentTeam } from './team.presenter';

export interface BookingParts {
  booking: BookingRow;
  cancellation: Cancellation | null;
  reads: string | null;
  offers: readonly OfferRow[];
  legs: readonly LegRow[];
  places: readonly PlaceRow[];
  entries: readonly EntryRow[];
  messages: readonly SentMessage[];
  replies: readonly Inbound[];
  letters: readonly Letter[];
  planned: readonly NextMessage[];
  tasks: readonly { id: string; kind: TaskKind; sentence: string; dueAt: Date }[];
  consents: readonly ConsentRow[];
  readBack: string | null;
  search: SearchRow | null;
  after: AfterSession;
  viewer: string;
  now: Date;
  /** Account id → name. */
  staff: ReadonlyMap<string, string>;
}


const numberWords = ['nobody', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (count: number): string => numberWords[count] ?? String(count);

const answerWords = {
  coming: 'The patient is coming',
  'cannot-come': 'The patient cannot come',
  'call-me': 'The patient asks to be called',
} as const;

const wishWords: Record<PatientWish, string> = {
  'call-me': 'The patient asks to be called as well',
  'another-time': 'The patient asks for another time',
  'another-interpreter': 'The patient asks for another interpreter',
  'wrong-language': 'The patient says that this is not their language',
  'rather-called': 'The patient would rather be called than written to',
};

const viaWords: Record<string, string> = { page: 'answered on the page', sms: 'answered by text', email: 'answered by email' };
const viaOf = ({ detail }: EntryRow): string | null => viaWords[String(detail['via'])] ?? null;

const presentOffer = (offer: OfferRow): BookingDetail['offers'][number] => ({
  id: offer.id,
  interpreterId: offer.interpreterId,
  displayName: offer.displayName,
  state: offer.state,
  answeredAt: isoOrNull(offer.answeredAt),
  expiresAt: isoOf(offer.expiresAt),
});

const offersOf = (entry: EntryRow, offers: readonly OfferRow[]): OfferRow[] => {
  const ids = entry.detail['offerIds'];
  return Array.isArray(ids) ? offers.filter((offer) => ids.includes(offer.id)) : [];
};

const nameIn = (entry: EntryRow, offers: readonly OfferRow[]): string =>
  offers.find((offer) => offer.interpreterId === entry.detail['interpreterId'])?.displayName ?? 'Interpreter';

const heard: Record<string, string> = { 'by-phone': 'said yes by phone', 'in-person': 'said yes in person', 'in-house': 'works here', 'by-agency': 'their agency gave its word' };

/** Where staff wrote the yes down, who did is part of the record. */
const howConfirmed = (agreed: unknown, by: string | undefined): string =>
  typeof agreed === 'string'
    ? [heard[agreed], by && `recorded by ${by}`, 'every rule checked'].filter(Boolean).join(', ')
    : 'every rule checked again on acceptance';

/** `18 h before, late`; cancellations of before say neither. */
const noticeWords = ({ noticeMinutes, isLate }: EntryRow['detail']): string | null => {
  if (typeof noticeMinutes !== 'number') return null;
  const notice = noticeMinutes >= 48 * 60 ? `${Math.floor(noticeMinutes / 1440)} days` : noticeMinutes >= 60 ? `${Math.floor(noticeMinutes / 60)} h` : `${Math.max(noticeMinutes, 0)} min`;
  return `${notice} before${isLate === true ? ', late' : ''}`;
};

/** Answers of interpreters stand as chips under the line that says they were asked, not as lines of their own. */
const presentEntry = (entry: EntryRow, { offers, staff, booking, consents, places }: BookingParts): TimelineEntry[] => {
  const line = (kind: TimelineEntry['kind'], title: string, detail: string | null = null): TimelineEntry => ({
    id: entry.id,
    at: isoOf(entry.at),
    kind,
    title,
    detail,
  });
  const by = staff.get(entry.actorId);
  const told = tellConsent(entry, consents, by) ?? tellAttendance(entry, { zone: booking.zone, interpreter: nameIn(entry, offers), by });
  if (told) return [line(told.kind, told.title, told.detail)];
  const nameOf = (id: unknown): string => offers.find(({ interpreterId }) => interpreterId === id)?.displayName ?? 'Interpreter';
  const freedNow = offersOf(entry, offers).map(({ displayName }) => displayName).join(' and ');
  const changed = tellChange(entry, { nameOf, freed: freedNow }, line);
  if (changed) return [changed];
  const searched = tellSearch(entry, staff);
  if (searched) return [line('search', searched.title, searched.detail)];
  const climbed = tellLadder(entry, by);
  if (climbed) return [line('ladder', climbed.title, climbed.detail)];
  switch (entry.kind) {
    case 'requested':
      return [line('requested', 'Requested', `${by ? `by ${by}, ` : ''}${booking.lengthMinutes} min`)];
    case 'offered': {
      const asked = offersOf(entry, offers);
      const how = asked.some(({ isLeg }) => isLeg)
        ? 'a relay: booked when both sides have accepted'
        : places.length > 0 ? 'several are needed: booked when all are found' : 'first acceptance wins';
      const wave = entry.detail['wave'];
      const title = typeof wave === 'number' ? `Wave ${wave}: offered to ${inWords(asked.length)}` : `Offered to ${inWords(asked.length)}`;
      const said = line('offered', title, how);
      return [{ ...said, offers: asked.map(presentOffer) }];
    }
    case 'withdrawn':
      return [line('withdrawn', `Offer to ${nameIn(entry, offers)} withdrawn`, by ? `by ${by}` : null)];
    case 'held':
      return places.length > 0
        ? [line('held', `${nameIn(entry, offers)} accepted`, 'their time is held until all are found')]
        : [line('held', `${nameIn(entry, offers)} accepted their side`, 'their time is held until the other side is taken too')];
    case 'place-given-up':
      return [line('changed', 'One interpreter fewer', [by && `decided by ${by}`, `${inWords(Number(entry.detail['left']))} ${entry.detail['left'] === 1 ? 'is' : 'are'} to do it without`].filter(Boolean).join(', '))];
    case 'released': {
      const freed = offersOf(entry, offers).map(({ displayName }) => displayName).join(' and ');
      return [line('released', 'The relay came to nothing', `nobody took the other side, ${freed || 'nobody'} is free again`)];
    }
    case 'agency': {
      const told = tellAgency(entry, by);
      return [line('agency', told.title, told.detail)];
    }
    case 'language-changed': {
      const freed = offersOf(entry, offers).map(({ displayName }) => displayName).join(' and ');
      const search = 'the search begins again';
      return [line('language-changed', 'Language changed', freed ? `${freed} is free again, ${search}` : search)];
    }
    case 'confirmed': {
      if (entry.detail['without'] === true) return [line('confirmed', 'Confirmed', 'with whoever was booked')];
      const isRelay = booking.secondInterpreterName !== null;
      const who = isRelay ? 'Both interpreters' : places.length > 0 ? 'All interpreters' : nameIn(entry, offers);
      return [line('confirmed', `${who} confirmed`, howConfirmed(entry.detail['agreed'], by))];
    }
    case 'answered': {
      const answer = entry.detail['answer'] as keyof typeof answerWords;
      return [line('answered', answerWords[answer], viaOf(entry))];
    }
    case 'wished':
      return [line('answered', wishWords[entry.detail['wish'] as PatientWish], viaOf(entry))];
    case 'cancelled':
      return [
        line(
          'cancelled',
          entry.detail['by'] === 'patient' ? 'Cancelled by the patient' : 'Cancelled by the clinic',
          [String(entry.detail['reason']), noticeWords(entry.detail), by && `recorded by ${by}`].filter(Boolean).join(', '),
        ),
      ];
    case 'not-met':
      return [line('cancelled', 'Ended: the interpreter did not come', ['nobody else was found in time', by && `recorded by ${by}`].filter(Boolean).join(', '))];
    default:
      return [];
  }
};

const byTime = (a: TimelineEntry, b: TimelineEntry): number => a.at.localeCompare(b.at);

export const presentBooking = (parts: BookingParts): BookingDetail => {
  const { booking, cancellation, offers, messages, replies, letters, planned, tasks } = parts;
  const gender = booking.requiredGender ?? booking.preferredGender;
  return {
    id: booking.id,
    reference: booking.reference,
    state: booking.state,
    version: booking.version,
    revision: booking.revision,
    patient: {
      id: booking.patientId,
      name: booking.patientName,
      reads: parts.reads,
      needsInterpreter: booking.needsInterpreter,
    },
    startsAt: isoOf(booking.startsAt),
    endsAt: isoOf(booking.endsAt),
    zone: booking.zone,
    date: booking.localStart.slice(0, 10),
    time: booking.localStart.slice(11),
    length: booking.lengthMinutes,
    modality: booking.modality,
    site: { id: booking.siteId, name: booking.siteName },
    room: booking.room,
    purpose: booking.purpose,
    topic: booking.topic,
    language: { varietyId: booking.varietyId, name: booking.varietyName },
    interpreter:
      booking.interpreterId === null
        ? null
        : { id: booking.interpreterId, displayName: booking.leadName ?? 'Interpreter' },
    genderWish:
      gender === 'woman' || gender === 'man'
        ? { gender, strength: booking.requiredGender === null ? 'preferred' : 'required' }
        : null,
    relay: presentBookingRelay(booking, parts.legs),
    team: presentTeam(booking, parts.places),
    asksConflict: booking.asksConflict,
    search: presentSearchOfBooking(parts.search, parts.staff),
    roleBeside: booking.roleBeside,
    patientAnswer: booking.patientAnswer,
    cancellation: cancellation && {
      by: cancellation.by, reason: cancellation.reason, at: isoOf(cancellation.at), noticeMinutes: cancellation.noticeMinutes, isLate: cancellation.isLate,
    },
    consents: presentConsents(parts.consents, parts),
    readBack: parts.readBack,
    understanding: presentUnderstanding(parts.after, booking, parts),
    offers: offers.map(presentOffer),
    timeline: [
      ...parts.entries.flatMap((entry) => presentEntry(entry, parts)),
      ...messages.map(presentMessage),
      ...replies.map(presentReply),
      ...letters.map((letter) => presentLetterEntry(letter, parts.staff)),
    ].sort(byTime),
    next: planned.map(({ dueAt, paused, ...row }) => ({ ...row, dueAt: isoOf(dueAt), paused: presentPause(paused, parts.staff) })),
    tasks: tasks.map(({ id, kind, sentence, dueAt }) => ({ id, sentence, dueAt: isoOf(dueAt), isTicked: whyNotTicked(kind) === undefined })),
  };
};
