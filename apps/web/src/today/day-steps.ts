import type { Attest, TodayRow } from '@dragoman/contracts';
import { IconClockExclamation, IconUserCheck, IconUserExclamation } from '@tabler/icons-react';
import { statusOf, type Word } from '../design/words';

type Kind = Attest['kind'];

/** What a tap says. */
export const stepWords: Record<Kind, string> = {
  arrived: 'Interpreter is here',
  started: 'Started',
  finished: 'Finished',
  'patient-absent': 'Patient did not come',
  'interpreter-absent': 'Interpreter did not come',
};

type Glance = Pick<TodayRow, 'state' | 'modality' | 'day' | 'patientAnswer'>;

/** What comes next of a session by what either side has said; null before its day's work begins, and once it is over. */
export const nextStep = ({ state, modality, day }: Pick<Glance, 'state' | 'modality' | 'day'>, now: Date): 'arrived' | 'started' | 'finished' | null => {
  if (now < new Date(day.opensAt)) return null;
  if (state === 'in-progress') return 'finished';
  if (state !== 'confirmed') return null;
  return modality === 'in-person' && day.arrivedAt === null ? 'arrived' : 'started';
};

export const mayBeAbsent = ({ state, day }: Pick<Glance, 'state' | 'day'>, now: Date): boolean =>
  state === 'confirmed' && day.startedAt === null && now >= new Date(day.absentFrom);

const lateWord = (late: NonNullable<TodayRow['day']['late']>): Word => ({
  tone: 'warn',
  icon: IconClockExclamation,
  word: late.side === 'clinic' ? `We are ${late.minutes} min late` : `${late.minutes} min late`,
});

/** The one word for a booking on its day: who is late, who is here, whom nobody has seen. */
export const dayStatusOf = (row: Glance, now: Date): Word => {
  const { state, day, modality, patientAnswer } = row;
  if (state !== 'confirmed' || patientAnswer === 'cannot-come') return statusOf(row);
  if (day.arrivedAt !== null) return { tone: 'teal', icon: IconUserCheck, word: 'Interpreter here' };
  if (day.late) return lateWord(day.late);
  if (modality === 'in-person' && now >= new Date(day.absentFrom)) return { tone: 'bad', icon: IconUserExclamation, word: 'Nobody here yet' };
  return statusOf(row);
};
