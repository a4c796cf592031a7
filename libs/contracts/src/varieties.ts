import { z } from 'zod';

export const variety = z.object({
  id: z.string(),
  name: z.string(),
  autonym: z.string().nullable(),
  otherNames: z.array(z.string()),
  namesToAvoid: z.string().nullable(),
  kind: z.enum(['spoken', 'signed', 'macro']),
  bookable: z.boolean(),
  /** `vertical` is Mongolian script; null where the writing is not known or there is none. */
  direction: z.enum(['ltr', 'rtl', 'vertical']).nullable(),
  literacyNote: z.string().nullable(),
  /** For names that are not bookable: what to ask instead, and the varieties it may turn out to be. */
  triage: z.object({ question: z.string(), options: z.array(z.string()) }).nullable(),
  /** A reminder can be written for somebody who reads this. */
  hasText: z.boolean(),
});
export type Variety = z.infer<typeof variety>;

export const level = z.enum(['exact', 'close_consent', 'last_resort', 'never_auto']);
export type Level = z.infer<typeof level>;
