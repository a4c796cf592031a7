import { plusMinutes } from '@dragoman/kernel';
import { type AvoidedDays, closesAt, type ContactWindow, mayWriteAt } from './contact-window.policy';
import type { TaskKind } from './task.entity';

/** Minutes in which a person deals with it, and how long before the appointment at the latest. */
const deadlines: Readonly<Record<TaskKind, { within: number; ahead: number }>> = {
  'cannot-come': { within: 60, ahead: 120 },
  'another-time': { within: 180, ahead: 120 },
  'another-interpreter': { within: 180, ahead: 120 },
  'wrong-language': { within: 60, ahead: 120 },
  'rather-called': { within: 24 * 60, ahead: 120 },
  'reply-to-read': { within: 60, ahead: 60 },
  'message-failed': { within: 180, ahead: 120 },
  'call-patient': { within: 24 * 60, ahead: 120 },
  'understanding-review': { within: 24 * 60, ahead: 0 },
  'consent-withdrawn': { within: 60, ahead: 120 },
  'booked-not-understood': { within: 24 * 60, ahead: 120 },
  'agree-last-resort': { within: 180, ahead: 120 },
  'identify-language': { within: 24 * 60, ahead: 120 },
  'credential-expiring': { within: 3 * 24 * 60, ahead: 0 },
  'ask-again': { within: 3 * 24 * 60, ahead: 0 },
  'supporter-expiring': { within: 14 * 24 * 60, ahead: 0 },
  'spending-near-cap': { within: 24 * 60, ahead: 0 },
  'letter-waiting': { within: 60, ahead: 120 },
  'attendance-differs': { within: 3 * 24 * 60, ahead: -3 * 24 * 60 },
  'patient-absent': { within: 24 * 60, ahead: -7 * 24 * 60 },
  'not-arrived': { within: 5, ahead: -60 },
  'interpreter-late': { within: 5, ahead: -60 },
  'next-job-late': { within: 15, ahead: 0 },
  'concern-raised': { within: 60, ahead: -7 * 24 * 60 },
  'check-unanswered': { within: 15, ahead: 0 },
  rebook: { within: 120, ahead: 60 },
  'agency-silent': { within: 60, ahead: 120 },
};

/** Cancelled or changed within a day of it. */
const URGENT_MINUTES = 24 * 60;

/** Not ticked off: what they wait for is done where the booking or the profile is, and they close by it. */
const untickable: ReadonlyMap<TaskKind, { code: string; sentence: string }> = new Map([
  ['understanding-review', { code: 'review-open', sentence: 'The review is still open, so this stays on the list. Open the booking and close the review there.' }],
  ['agree-last-resort', { code: 'last-resort-undecided', sentence: 'The last resort is not decided, so this stays on the list. Open the booking and agree there, or do not.' }],
  ['ask-again', { code: 'not-asked-again', sentence: 'Nobody has asked again yet, so this stays on the list. Open the profile and save it, or press “Still right” there.' }],
]);

/** Why ticking does not do it; undefined where it does. */
export const whyNotTicked = (kind: TaskKind): { code: string; sentence: string } | undefined => untickable.get(kind);

/** When a task must have been dealt with: never before now, so that a late one says "now" and not "overdue since". */
export const taskDeadline = (kind: TaskKind, now: Date, startsAt: Date | null): Date => {
  const { within, ahead } = deadlines[kind];
  const usual = plusMinutes(now, within);
  const latest = startsAt === null ? usual : plusMinutes(startsAt, -ahead);
  const due = usual < latest ? usual : latest;
  return due < now ? now : due;
};

/**
 * News about an appointment within a day is told while they may still be reached: before the hour that is quiet or not
 * safe, and by its kind's deadline at the latest.
 */
export const newsDeadline = (now: Date, startsAt: Date, window: ContactWindow): Date => {
  const usual = taskDeadline('call-patient', now, startsAt);
  if (startsAt > plusMinutes(now, URGENT_MINUTES) || !mayWriteAt(now, window)) return usual;
  return closesAt(now, usual, window);
};

interface Callable {
  /** The patient's first number that is safe to call. */
  phone: string | null;
  hasNumber: boolean;
  safeHours: { from: string; to: string } | null;
  /** A voice call reaches nobody. */
  signs: boolean;
  /** Whether a message may be left on that number; nobody asked means no. */
  voicemail: boolean | null;
  daysToAvoid: AvoidedDays | null;
  /** By whose clock the hours and days are, if not by that of the place. */
  zone: string | null;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `Never on a Friday.` `Not from 2026-12-24 to 2026-12-26.` */
const daysAdvice = (days: AvoidedDays | null): string[] => [
  ...(days?.weekdays ?? []).map((day) => `Never on a ${weekdays[day - 1]}.`),
  ...(days?.spans ?? []).map(({ from, to }) => (from === to ? `Not on ${from}.` : `Not from ${from} to ${to}.`)),
];

/** `America/Argentina/Buenos_Aires` is `Buenos Aires`. */
const placeOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

const CALL_THEM = /Call with an interpreter[^.]*\./;

/** A task never sends a person to a phone that is not safe, nor at an hour that is not, nor lets one ring a Deaf person. */
export const withCallAdvice = (sentence: string, { phone, hasNumber, safeHours, signs, voicemail, daysToAvoid, zone }: Callable): string => {
  if (phone === null)
    return sentence.replace(
      CALL_THEM,
      hasNumber ? 'Do not call, no number is safe: tell them when they come.' : 'No number is recorded: tell them when they come.',
    );
  const advised = signs ? sentence.replace(/Call with an interpreter/, 'Call by video with a sign language interpreter') : sentence;
  return [
    advised,
    ...(voicemail === true || !CALL_THEM.test(sentence) ? [] : ['Do not leave a message.']),
    ...(safeHours ? [`It is safe to call only from ${safeHours.from} to ${safeHours.to}${zone ? ', on their clock' : ''}.`] : []),
    ...daysAdvice(daysToAvoid),
    ...(zone ? [`They live by the clock of ${placeOf(zone)}.`] : []),
  ].join(' ');
};
