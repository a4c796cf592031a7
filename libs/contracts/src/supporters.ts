import { z } from 'zod';
import { channel } from './patients';
import { id, instant, line } from './shared';

export const supporterRelation = z.enum(['relative', 'friend', 'carer', 'case-worker', 'advocate', 'community-worker']);
export type SupporterRelation = z.infer<typeof supporterRelation>;

/** Of an appointment, and never more than this. */
export const supporterTold = z.enum(['when', 'who-when-where']);
export type SupporterTold = z.infer<typeof supporterTold>;

/** How the patient was asked. The last three are understood, and refused with the reason. */
export const askedPrivately = z.enum(['interpreter', 'shared-language', 'through-them', 'others-present', 'not-asked']);
export type AskedPrivately = z.infer<typeof askedPrivately>;

/** Whom a patient wants to be told in their place. There is no room for a note. */
export const supporterInput = z.object({
  name: line(120),
  relation: supporterRelation,
  channel,
  /** A phone number as written by a person, or an email address; not one of the patient's own. */
  address: line(200),
  /** Somebody has spoken with them on this number. Until then they are told only when. */
  isConfirmed: z.boolean(),
  /** A variety: the language in which they are written to. */
  readsVariety: line(40),
  mayBeTold: supporterTold,
  askedHow: askedPrivately,
  /** How long the consent holds. */
  months: z.int().min(1).max(12).default(12),
});
export type SupporterInput = z.infer<typeof supporterInput>;

export const supporter = z.object({
  id,
  name: z.string(),
  relation: supporterRelation,
  channel,
  address: z.string(),
  isConfirmed: z.boolean(),
  readsVariety: z.string(),
  /** In English. */
  reads: z.string(),
  mayBeTold: supporterTold,
  askedHow: askedPrivately.extract(['interpreter', 'shared-language']),
  recordedBy: z.string(),
  consentGivenAt: instant,
  expiresAt: instant,
  /** The consent has ended: nothing goes to them until the patient is asked again. */
  isOver: z.boolean(),
});
export type Supporter = z.infer<typeof supporter>;

export const supporterParams = z.object({ id, supporterId: id });
