import type { BookingRow } from '@dragoman/bookings';
import type { AppointmentRow, BoardJob, BoardJudgement, BoardOpening, BoardRow } from '@dragoman/contracts';
import type { CommittedInterpreter, RosteredInterpreter } from '@dragoman/interpreters';
import { type Interval, isoOf, plusMinutes, union, wallClock } from '@dragoman/kernel';
import { type Clash, type Journey, journeysOf, type RankedCandidate, type TimedExplanation, toldToStaff, workingHours } from '@dragoman/matching';
import type { Filling } from './what-next';

const HALF_HOUR = 30 * 60_000;

const span = ({ start, end }: Interval): { startsAt: string; endsAt: string } => ({ startsAt: isoOf(start), endsAt: isoOf(end) });

/** Outwards to the half hour: the exact end of another organisation's job would tell how far away it is. */
const coarse = ({ start, end }: Interval): Interval => ({
  start: new Date(Math.floor(start.getTime() / HALF_HOUR) * HALF_HOUR),
  end: new Date(Math.ceil(end.getTime() / HALF_HOUR) * HALF_HOUR),
});

/** @param holders how many interpreters are booked for it. */
export const presentJob = (row: AppointmentRow, booking: BookingRow, { holders, now }: { holders: number; now: Date }): BoardJob => ({
  ...row,
  site: booking.siteName,
  room: booking.room,
  varietyId: booking.varietyId,
  requiredGender: booking.requiredGender,
  maySwap: booking.state === 'confirmed' && booking.startsAt > now && holders === 1,
});

export const presentOpening = (job: BoardJob, booking: BookingRow, filling: Filling, now: Date): BoardOpening => ({
  ...job,
  isRelay: booking.pivotId !== null,
  isOver: booking.startsAt <= now,
  asked: filling.askedIds,
  next: filling.next,
});

const presentJourney = ({ before, after, minutes, free }: Journey): BoardRow['journeys'][number] => {
  const isTooShort = minutes > free;
  const leaveBy = isTooShort ? before.end : plusMinutes(after.start, -minutes);
  return { ...span({ start: leaveBy, end: after.start }), minutes: minutes === Infinity ? null : minutes, isTooShort };
};

/** @param own by booking: what this organisation may read of it; all else in the calendar is another's. */
export const presentRow = (
  interpreter: RosteredInterpreter,
  { calendar, own, window }: { calendar: readonly CommittedInterpreter[]; own: ReadonlyMap<string, BoardJob>; window: Interval },
): BoardRow => {
  const isOwn = ({ bookingId }: { bookingId: string }): boolean => own.has(bookingId);
  return {
    interpreterId: interpreter.id,
    displayName: interpreter.displayName,
    languages: interpreter.languages,
    // Whoever takes over from somebody works a part of it.
    jobs: calendar.flatMap((theirs) => {
      const job = own.get(theirs.bookingId);
      return job ? [{ ...job, ...span(theirs) }] : [];
    }),
    busy: union(calendar.filter((job) => !isOwn(job)).map(coarse)).map(span),
    journeys: journeysOf(calendar, interpreter.transport)
      .filter(({ before, after, minutes }) => minutes > 0 && isOwn(before) && isOwn(after))
      .map(presentJourney),
    working: workingHours(interpreter, window).map(span),
  };
};

/** What this organisation knows of a job that stands in the way. */
export type KnownJob = Pick<BookingRow, 'patientName' | 'siteName' | 'zone'>;

const travelWords = ({ needs, free }: Clash): string =>
  needs === Infinity ? 'The way cannot be judged: a place is not on the map.' : `Travel takes ${needs} min, the gap is ${Math.max(0, free)}.`;

const clashSentence = (clash: Clash, { patientName, siteName, zone }: KnownJob): string => {
  const [from, to] = [clash.start, clash.end].map((at) => wallClock(at, zone).time);
  if (clash.kind === 'overlap') return `Booked ${from}–${to} for ${patientName}.`;
  return clash.kind === 'journey-from'
    ? `Finishes at ${siteName} at ${to}. ${travelWords(clash)}`
    : `Must be at ${siteName} at ${from}. ${travelWords(clash)}`;
};

const shortOf = ({ kind, needs, free }: Clash): string => {
  if (kind === 'overlap') return 'Other job';
  return needs === Infinity ? 'Place not on map' : `${needs - Math.max(0, free)} min short`;
};

interface Seen {
  best: string | null;
  zone: string;
  /** By booking, those that this organisation may read. */
  own: ReadonlyMap<string, KnownJob>;
}

const chosen = ({ chips, scores }: RankedCandidate): Pick<BoardJudgement, 'short' | 'sentence'> => {
  const travel = scores.find(({ name }) => name === 'travel');
  return { short: travel ? `${travel.value} away` : null, sentence: chips.map(({ label, value }) => `${label}: ${value}`).join(', ') };
};

/** The words of the rules as they are; where only this organisation's own jobs are in the way, it is told which. */
export const presentJudgement = ({ explanation, clashes, couldStartAt }: TimedExplanation, { best, zone, own }: Seen): BoardJudgement => {
  const { interpreterId } = explanation;
  if (explanation.eligible) return { interpreterId, verdict: interpreterId === best ? 'best' : 'possible', ...chosen(explanation.ranked) };
  const reasons = toldToStaff(explanation.refusals);
  const isConflict = reasons.every(({ code }) => code === 'interpreter-busy');
  const known = clashes.flatMap((clash) => {
    const job = own.get(clash.bookingId);
    return job ? [{ clash, job }] : [];
  });
  const [first] = known;
  const isTold = isConflict && first !== undefined && known.length === clashes.length;
  if (!isTold) return { interpreterId, verdict: isConflict ? 'conflict' : 'ruled-out', short: null, sentence: explanation.sentence };
  const sentences = known.map(({ clash, job }) => clashSentence(clash, job));
  if (couldStartAt) sentences.push(`Could start at ${wallClock(couldStartAt, zone).time}.`);
  return { interpreterId, verdict: 'conflict', short: shortOf(first.clash), sentence: sentences.join(' ') };
};
