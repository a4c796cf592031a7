import { randomInt } from 'node:crypto';
import { plusMinutes } from '@dragoman/kernel';

/** Silence is an answer after `offerHours`, and in any case once the appointment begins. */
export const offerExpiry = (now: Date, startsAt: Date, offerHours: number): Date => {
  const configured = plusMinutes(now, offerHours * 60);
  return configured < startsAt ? configured : startsAt;
};

/** Four digits that nobody can foresee; none begins with 0, which people leave out. */
export const replyCode = (): string => String(randomInt(1_000, 10_000));
