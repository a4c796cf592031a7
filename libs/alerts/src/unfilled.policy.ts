import { plusMinutes } from '@dragoman/kernel';

/** Hours before the start, under what the policy says, at which somebody is alerted anew, though they had acknowledged it. */
const NEARER = [24, 4] as const;

export interface UnfilledPolicy {
  /** Nothing is nearer than this, unfilled and unseen. */
  unfilledHours: number;
  /** What was booked later than that is alerted of once its first offers had this long to be answered. */
  fairChanceMinutes: number;
}

/** Each threshold, the furthest first. */
export const unfilledThresholds = ({ unfilledHours }: UnfilledPolicy): number[] => [
  unfilledHours,
  ...NEARER.filter((hours) => hours < unfilledHours),
];

/**
 * The nearest threshold that an appointment nobody is booked for has passed, in hours of elapsed time before the start;
 * null while there is none to alert of, and once it has begun.
 * Booked inside a threshold, it waits until its first offers had a fair chance: half of the time left, where that is shorter.
 */
export const unfilledSince = (
  { startsAt, createdAt }: { startsAt: Date; createdAt: Date },
  now: Date,
  policy: UnfilledPolicy,
): number | null => {
  if (startsAt <= now) return null;
  const halfway = new Date((createdAt.getTime() + startsAt.getTime()) / 2);
  const fair = plusMinutes(createdAt, policy.fairChanceMinutes);
  const hadItsChance = (fair < halfway ? fair : halfway) <= now;
  const passed = unfilledThresholds(policy).filter((hours) => {
    const at = plusMinutes(startsAt, -hours * 60);
    return at <= now && (at >= createdAt || hadItsChance);
  });
  return passed.at(-1) ?? null;
};
