import { randomInt } from 'node:crypto';
import { plusMinutes } from '@dragoman/kernel';
import { atLead, type OrganisationPolicy } from '@dragoman/organisations';

/** Silence is an answer after as many hours as are configured for so long before, and in any case once the appointment begins. */
export const offerExpiry = (now: Date, startsAt: Date, offerHours: OrganisationPolicy['offerHours']): Date => {
  const configured = plusMinutes(now, atLead(offerHours, { now, startsAt }).hours * 60);
  return configured < startsAt ? configured : startsAt;
};

/** Four digits that nobody can foresee; none begins with 0, which people leave out. */
export const replyCode = (): string => String(randomInt(1_000, 10_000));
