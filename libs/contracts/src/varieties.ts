import { z } from 'zod';
import { searchText } from './shared';

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

export const finderQuery = z.object({
  /** ISO 3166-1 alpha-2: what is spoken there comes first, and nothing is left out. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Two capital letters, as in SD.')
    .optional(),
  search: searchText.optional(),
});

/** One language as a card to point at. */
export const finderCard = z.object({
  id: z.string(),
  name: z.string(),
  autonym: z.string().nullable(),
  /** Of the autonym: its language for fonts and screen readers, its direction, and ISO 15924 of its letters. */
  lang: z.string().nullable(),
  dir: z.enum(['ltr', 'rtl']),
  script: z.string().nullable(),
  kind: variety.shape.kind,
  namesToAvoid: z.string().nullable(),
  countries: z.array(z.string()),
  bookable: z.boolean(),
  /** What is asked first where the name is of several languages, and what it may turn out to be. */
  triage: variety.shape.triage,
});
export type FinderCard = z.infer<typeof finderCard>;

export const level = z.enum(['exact', 'close_consent', 'last_resort', 'never_auto']);
export type Level = z.infer<typeof level>;
