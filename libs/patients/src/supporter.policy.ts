import { Invalid, inZone } from '@dragoman/kernel';
import type { AskedInPrivate, Supporter } from './supporter.entity';

/** How the patient was asked, as a desk reports it. The last three are understood, and refused with the reason. */
export type AskedHow = AskedInPrivate | 'through-them' | 'others-present' | 'not-asked';

const whyNot: Readonly<Record<Exclude<AskedHow, AskedInPrivate>, string>> = {
  'through-them': 'This person interpreted, so the patient could not say no. Ask again in private, through an interpreter.',
  'others-present': 'Somebody else was there, so the patient could not say no. Ask again in private.',
  'not-asked': 'The patient has not said so themselves. Ask them in private, through an interpreter.',
};

const isPrivate = (how: AskedHow): how is AskedInPrivate => how === 'interpreter' || how === 'shared-language';

/**
 * Whoever stands beside them may be the one they cannot contradict.
 * @throws Invalid `private-conversation-needed`
 */
export const askedInPrivate = (how: AskedHow): AskedInPrivate => {
  if (isPrivate(how)) return how;
  throw new Invalid('private-conversation-needed', whyNot[how], { path: 'askedHow' });
};

/** As many calendar months on, at the same time by UTC; the last day of a shorter month. */
export const consentEnds = (given: Date, months: number): Date => inZone(given, 'UTC').plus({ months }).toJSDate();

/** Whether they may be told at this moment. */
export const mayBeToldNow = ({ expiresAt, removedAt }: Pick<Supporter, 'expiresAt' | 'removedAt'>, now: Date): boolean =>
  removedAt === null && expiresAt > now;

/** Numbers are recycled: until somebody has spoken with them there, a number may be a stranger’s. */
export const isUnconfirmedSupporter = ({ channel, confirmedAt }: Pick<Supporter, 'channel' | 'confirmedAt'>): boolean =>
  channel !== 'email' && confirmedAt === null;
