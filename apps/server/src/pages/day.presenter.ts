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

interface Span {
  from: Date;
  /** The first instant at which it cannot be said any more. */
  until: Date;
}

/** When each can be said, as things stand now; null where it cannot any more. */
export interface DaySpans {
  stillComing: { answer: CheckAnswer | null; until: Date } | null;
  late: (Span & { said: number | null }) | null;
  absent: Span | null;
}

export const daySpans = ({ startsAt, endsAt, hasBegun, isAbsent, hasArrived, check, lateBy, absentAfterMinutes }: Omit<DayFacts, 'token'>): DaySpans => {
  const isAhead = !hasBegun && !isAbsent;
  return {
    stillComing: isAhead && check ? { answer: check.answer, until: startsAt } : null,
    late: isAhead && !hasArrived ? { from: plusMinutes(startsAt, -LATE_FROM_MINUTES), until: endsAt, said: lateBy } : null,
    absent: isAhead ? { from: plusMinutes(startsAt, absentAfterMinutes), until: endsAt } : null,
  };
};

const isIn = ({ from, until }: Span, now: Date): boolean => from <= now && now < until;

export const presentDay = (facts: DayFacts, now: Date): DayView => {
  const { stillComing, late, absent } = daySpans(facts);
  return {
    action: `/i/${facts.token}`,
    stillComing: stillComing && now < stillComing.until ? { answer: stillComing.answer } : null,
    late: late && isIn(late, now) ? { said: late.said } : null,
    mayBeAbsent: absent !== null && isIn(absent, now),
    mayWorry: true,
  };
};
