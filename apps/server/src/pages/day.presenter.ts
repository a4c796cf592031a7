import type { CheckAnswer } from '@dragoman/attendance';
import { plusMinutes } from '@dragoman/kernel';

/** What an interpreter can say about the day besides arriving; each only while it can matter. */
export interface DayView {
  /** Where the forms go. */
  action: string;
  /** Asked, and what was answered; null where nobody asked. */
  stillComing: { answer: CheckAnswer | null } | null;
  /** In minutes, as said last; undefined where it is too early or too late to say. */
  late: { said: number | null } | null;
  /** Nobody came to be interpreted for. */
  mayBeAbsent: boolean;
  mayWorry: boolean;
}

export interface DayFacts {
  token: string;
  startsAt: Date;
  endsAt: Date;
  hasBegun: boolean;
  hasArrived: boolean;
  isAbsent: boolean;
  absentAfterMinutes: number;
  check: { answer: CheckAnswer | null } | null;
  lateBy: number | null;
}

const LATE_FROM_MINUTES = 240;

export const presentDay = (facts: DayFacts, now: Date): DayView => {
  const { token, startsAt, endsAt, hasBegun, isAbsent, check } = facts;
  const isAhead = !hasBegun && !isAbsent && now < endsAt;
  return {
    action: `/i/${token}`,
    stillComing: isAhead && check && now < startsAt ? { answer: check.answer } : null,
    late: isAhead && !facts.hasArrived && now >= plusMinutes(startsAt, -LATE_FROM_MINUTES) ? { said: facts.lateBy } : null,
    mayBeAbsent: isAhead && now >= plusMinutes(startsAt, facts.absentAfterMinutes),
    mayWorry: true,
  };
};
