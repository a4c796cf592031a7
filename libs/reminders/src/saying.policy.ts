import type { BookingFacts } from '@dragoman/bookings';
import { isTooLateForPost } from '@dragoman/letters';
import type { Attempt } from '@dragoman/messaging';
import { firstAllowed, isSafeAt, mayWriteAt } from './contact-window.policy';
import type { Grounds, Silence } from './grounds.service';
import { type Intent, type IntentState, type NewsKind, newsKinds } from './intent.entity';
import { contactWindow } from './plan.policy';
import type { Posting } from './post-way.policy';
import { type Address, type Reach, reachInWrongLanguage, reachPatient, type Writing } from './reach.policy';

/** What becomes of something that was to be said to a patient. */
export type Decision =
  | { what: 'write'; reach: Writing }
  | { what: 'post'; reach: Posting }
  | { what: 'call'; sentence: string }
  | { what: 'hold'; until: Date }
  | { what: 'settle'; state: Extract<IntentState, 'superseded' | 'dropped'> };

const isNews = (kind: Intent['kind'] | undefined): kind is NewsKind => newsKinds.some((news) => news === kind);

const open: readonly BookingFacts['state'][] = ['requested', 'offering', 'confirmed'];
/** While the booking is in which states news is still so. */
const newsStates: Readonly<Record<NewsKind, readonly string[]>> = {
  cancelled: ['cancelled'],
  moved: open,
  changed: open,
  'interpreter-changed': ['confirmed'],
  'interpreter-lost': ['requested', 'offering'],
  'running-late': ['confirmed'],
};

/** Undefined for what is no news. */
export const statesOfNews = (kind: Intent['kind'] | undefined): readonly string[] | undefined => (isNews(kind) ? newsStates[kind] : undefined);

/** Whether what was to be said is still so. */
export const isCurrent = ({ bookingVersion, kind }: Pick<Intent, 'bookingVersion'> & Partial<Pick<Intent, 'kind'>>, booking: BookingFacts): boolean => {
  if (booking.version !== bookingVersion) return false;
  return statesOfNews(kind)?.includes(booking.state) ?? (booking.state === 'confirmed' && booking.patientAnswer !== 'cannot-come');
};

/** What the person who calls says first, where no text may carry it. */
const news: Readonly<Record<NewsKind, string>> = {
  cancelled: 'The appointment was cancelled, and they were told that it takes place.',
  moved: 'The appointment was moved after they were told when it is.',
  changed: 'The place, the room or how the interpreter takes part changed after they were told.',
  'interpreter-changed': 'Another interpreter is booked than they were told.',
  'interpreter-lost': 'The interpreter they were told of cannot come, and another is looked for.',
  'running-late': 'The clinic is late.',
};

/** Null of what is planned. */
export const newsIn = ({ kind, minutes = null }: Pick<Intent, 'kind'> & Partial<Pick<Intent, 'minutes'>>): string | null =>
  isNews(kind) ? (minutes === null ? news[kind] : `The clinic is about ${minutes} minutes late.`) : null;

/** People do not always pick up: a number is rung so often, hours apart, before another way is taken. */
export const MOST_CALLS = 3;

/** Where it was said in vain. */
export const failedIn = (attempts: readonly Attempt[]): Attempt[] =>
  attempts.filter(({ state }) => state === 'failed' || state === 'unknown');

/** An attempt in vain is not made twice on one channel, but for calls. */
export const triedIn = (attempts: readonly Attempt[]): Address[] => {
  const failed = failedIn(attempts);
  const calls = ({ address }: Attempt): number => failed.filter((one) => one.channel === 'voice' && one.address === address).length;
  return failed.filter((attempt) => attempt.channel !== 'voice' || calls(attempt) >= MOST_CALLS);
};

/** @param when it is said, and about an appointment when */
export const reachOf = (
  { patient, silenced, isWrongLanguage, supporters, recorded }: Pick<Grounds, 'patient'> & Silence,
  { tried = [], at, appointment }: { tried?: readonly Address[]; at: Date; appointment: Pick<BookingFacts, 'startsAt' | 'zone'> },
): Reach =>
  isWrongLanguage
    ? reachInWrongLanguage
    : reachPatient({ ...patient.profile, supporters }, { silenced, tried, recorded, isTooLateForPost: isTooLateForPost(at, appointment) });

/** News is told at once or by a person; a reminder for which a letter is too late says again what an earlier one said. */
const decisionBy = (reach: Reach, intent: Pick<Intent, 'kind'>, { wasTold }: Grounds): Decision => {
  if (reach.way === 'write') return { what: 'write', reach };
  if (reach.way === 'post') return newsIn(intent) === null ? { what: 'post', reach } : { what: 'call', sentence: 'They asked for letters, and one would come too late.' };
  const isSaidAgain = reach.isTooLate && wasTold && intent.kind !== 'confirmed' && newsIn(intent) === null;
  return isSaidAgain ? { what: 'settle', state: 'dropped' } : { what: 'call', sentence: reach.sentence };
};

/** A text they read on a channel that is safe, now or at the next hour that allows it; else a person's call; nothing that is over. */
export const decideOn = (intent: Pick<Intent, 'kind' | 'bookingVersion' | 'hurried'>, grounds: Grounds, now: Date): Decision => {
  const { booking, patient, policy } = grounds;
  if (!isCurrent(intent, booking)) return { what: 'settle', state: 'superseded' };
  if (booking.startsAt <= now || grounds.isOvershadowed) return { what: 'settle', state: 'dropped' };
  const window = contactWindow(booking.zone, patient.profile, policy);
  if (intent.hurried ? isSafeAt(now, window) : mayWriteAt(now, window)) {
    return decisionBy(reachOf(grounds, { tried: triedIn(grounds.attempts), at: now, appointment: booking }), intent, grounds);
  }
  // News of tonight is old in the morning: a person decides.
  if (newsIn(intent) !== null) return { what: 'call', sentence: 'They cannot be written to at this hour.' };
  const until = firstAllowed(now, booking.startsAt, window);
  if (until) return { what: 'hold', until };
  if (intent.kind !== 'confirmed') return { what: 'settle', state: 'dropped' };
  return { what: 'call', sentence: 'They cannot be written to before it starts: the hours in between are not safe or quiet.' };
};
