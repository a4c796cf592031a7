import { createHash } from 'node:crypto';
import { plusMinutes } from '@dragoman/kernel';

interface AlertRule {
  /** What happened, for somebody who has seen nothing of it yet; no word about the patient. */
  sentence: string;
  /** Minutes in which somebody has to act, at the latest when the appointment begins. */
  within: number;
  /** Somebody who is booked settles it. */
  endsWhenFilled: boolean;
}

export const alertRules = {
  unfilled: { sentence: 'Nobody is booked yet.', within: 60, endsWhenFilled: true },
  'nobody-left': { sentence: 'Everybody who was asked said no, or did not answer.', within: 60, endsWhenFilled: true },
  'given-back': { sentence: 'The interpreter gave the job back.', within: 60, endsWhenFilled: true },
  'still-coming-silent': { sentence: 'The interpreter has not said that they are still coming.', within: 30, endsWhenFilled: true },
  'interpreter-absent': { sentence: 'The interpreter has not come.', within: 5, endsWhenFilled: true },
  'interpreter-late': { sentence: 'The interpreter will be late.', within: 10, endsWhenFilled: true },
  'next-job-at-risk': { sentence: 'The interpreter may not reach their next job in time.', within: 15, endsWhenFilled: false },
  'agency-silent': { sentence: 'An agency that was asked sends nobody.', within: 60, endsWhenFilled: true },
  'ladder-ended': { sentence: 'Every other way was tried, and nobody is booked.', within: 60, endsWhenFilled: true },
  rebook: { sentence: 'Nobody was found for this time. Another date has to be agreed with the patient.', within: 120, endsWhenFilled: true },
  concern: { sentence: 'The interpreter has reported a concern.', within: 60, endsWhenFilled: false },
} as const satisfies Record<string, AlertRule>;

export type AlertKind = keyof typeof alertRules;

export const alertKinds = Object.keys(alertRules) as AlertKind[];

export const kindsThatEndWhenFilled = alertKinds.filter((kind) => alertRules[kind].endsWhenFilled);

/** `detail` adds to what the kind says of itself. */
export const alertSentence = ({ kind, detail }: { kind: AlertKind; detail: string | null }): string =>
  [alertRules[kind].sentence, detail].filter(Boolean).join(' ');

/** When somebody must have acted: never before now, and not after the appointment begins. */
export const alertDeadline = (kind: AlertKind, now: Date, startsAt: Date): Date => {
  const usual = plusMinutes(now, alertRules[kind].within);
  const latest = usual < startsAt ? usual : startsAt;
  return latest < now ? now : latest;
};

/**
 * Four digits by which a text answers an alert; none begins with 0, which people leave out. They come from its id, so that nothing is
 * kept: who answers is known by the number, and of two alerts that share a code neither is guessed.
 */
export const alertCode = (id: string): string => String(1_000 + (createHash('sha256').update(id).digest().readUInt32BE(0) % 9_000));

/** When the contacts hear of it again: null once they were told as often as may be. */
export const nextNotice = (
  { notices, now }: { notices: number; now: Date },
  { repeatMinutes, mostTimes }: { repeatMinutes: number; mostTimes: number },
): Date | null => (notices >= mostTimes ? null : plusMinutes(now, repeatMinutes));
