import { type BookingChange, type Modality } from '@dragoman/bookings';
import { plusMinutes } from '@dragoman/kernel';
import type { OrganisationPolicy } from '@dragoman/organisations';

/** From the nearest to a meeting in person down to another day. */
export const rungs = ['video', 'phone', 'relay', 'rebook'] as const;
export type Rung = (typeof rungs)[number];

export type LadderRules = OrganisationPolicy['ladder'];

/** One booking, as a ladder looks at it. */
export interface Situation {
  startsAt: Date;
  /** Since when it asks for a person: when it was booked, or when whoever was booked no longer was. */
  asksSince: Date;
  modality: Modality;
  /** Nobody is wanted: booked, cancelled or over. */
  isFilled: boolean;
  isRelay: boolean;
  /** It takes several interpreters. */
  isTeam: boolean;
  /** The patient signs. */
  isSigned: boolean;
  taken: readonly { rung: Rung; at: Date }[];
}

export type SkipReason = 'already' | 'signed' | 'team';

export interface PlannedRung {
  to: Rung;
  at: Date;
  /** Why it is passed over; null where it will be tried. */
  skipped: SkipReason | null;
}

const heights: Readonly<Record<Modality, number>> = { 'in-person': 0, video: 1, phone: 2 };

const isModality = (rung: Rung): rung is 'video' | 'phone' => rung === 'video' || rung === 'phone';

const whySkipped = (to: Rung, { modality, isRelay, isTeam, isSigned }: Pick<Situation, 'modality' | 'isRelay' | 'isTeam' | 'isSigned'>): SkipReason | null => {
  if (to === 'phone' && isSigned) return 'signed';
  if (isModality(to) && heights[modality] >= heights[to]) return 'already';
  if (to !== 'relay') return null;
  return isRelay ? 'already' : isTeam ? 'team' : null;
};

const later = (a: Date, b: Date): Date => (a > b ? a : b);

/**
 * What is left to be tried, and when: at its hours of elapsed time before the start, or once whoever was asked last has had
 * `restMinutes`, whichever is later. Only ever downwards, never at the start or after it, nothing once it is filled.
 */
export const planLadder = (situation: Situation, { isOn, steps, restMinutes }: LadderRules): PlannedRung[] => {
  const { startsAt, taken, isFilled } = situation;
  if (!isOn || isFilled) return [];
  const reached = Math.max(-1, ...taken.map(({ rung }) => rungs.indexOf(rung)));
  const left = [...steps].sort((a, b) => rungs.indexOf(a.to) - rungs.indexOf(b.to)).filter(({ to }) => rungs.indexOf(to) > reached);
  let earliest = [situation.asksSince, ...taken.map(({ at }) => at)].map((at) => plusMinutes(at, restMinutes)).reduce(later);
  let standing = situation;
  const planned: PlannedRung[] = [];
  for (const { to, hoursBefore } of left) {
    const at = later(plusMinutes(startsAt, -hoursBefore * 60), earliest);
    if (at >= startsAt) break;
    const skipped = whySkipped(to, standing);
    planned.push({ to, at, skipped });
    if (skipped !== null) continue;
    earliest = plusMinutes(at, restMinutes);
    if (isModality(to)) standing = { ...standing, modality: to };
  }
  return planned;
};

/** What is to be tried now; undefined while there is nothing. */
export const dueRung = (plan: readonly PlannedRung[], now: Date): Rung | undefined =>
  plan.find(({ skipped, at }) => skipped === null && at <= now)?.to;

/** What a rung changes about the booking: how, and nothing that the patient asked for. Null: nothing. */
export const changeOn = (rung: Rung): Pick<BookingChange, 'modality'> | null => (isModality(rung) ? { modality: rung } : null);

/** The furthest before a start that any booking may have a step. */
export const furthestHours = ({ steps }: LadderRules): number => Math.max(0, ...steps.map(({ hoursBefore }) => hoursBefore));
