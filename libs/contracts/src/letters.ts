import { z } from 'zod';
import { id, instant, page, pageQuery } from './shared';

export const letterLayout = z.enum(['standard', 'large-print', 'easy-read']);
export type LetterLayout = z.infer<typeof letterLayout>;

export const letterQuery = z.object({
  /** Left out: the first of these that the patient asked for. */
  layout: letterLayout.optional(),
  /** By hand it says who, when and where; by post as much as is safe where they live: while nobody has asked, when and nothing else. */
  goes: z.enum(['by-hand', 'by-post']),
});
export type LetterQuery = z.infer<typeof letterQuery>;

/** What a letter says. */
export const letterPreview = z.object({
  layout: letterLayout,
  languageName: z.string(),
  neutral: z.boolean(),
  /** Written by a machine and read by nobody who reads the language. */
  isDraft: z.boolean(),
  lang: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  body: z.string(),
  english: z.string(),
  /** In the window of the envelope, name first; empty where it is handed over or no address is recorded. */
  address: z.array(z.string()),
});
export type LetterPreview = z.infer<typeof letterPreview>;

/** What somebody at the desk wants posted; left out: the first layout that the patient asked for. */
export const letterToPost = z.object({ layout: letterLayout.optional() });
export type LetterToPost = z.infer<typeof letterToPost>;

export const letterState = z.enum(['to-print', 'printed', 'posted', 'withdrawn']);
export type LetterState = z.infer<typeof letterState>;

/** By whom and when; null by: the program, or somebody who works here no more. */
const deed = z.object({ by: z.string().nullable(), at: instant });

/** A letter that is printed and posted at the desk, as it was written when it was put there. */
export const queuedLetter = letterPreview.extend({
  id,
  state: letterState,
  patient: z.object({ id, name: z.string() }),
  /** Zone: of the place. */
  appointment: z.object({ bookingId: id, startsAt: instant, zone: z.string(), language: z.string() }),
  printBy: instant,
  queued: deed,
  printed: deed.nullable(),
  posted: deed.nullable(),
  /** Why it must not be posted any more. */
  withdrawn: z.object({ at: instant, why: z.string() }).nullable(),
});
export type QueuedLetter = z.infer<typeof queuedLetter>;

export const printQueue = page(queuedLetter);
export type PrintQueuePage = z.infer<typeof printQueue>;

/** `in-hand`: to print, printed, and what must no longer be posted; `posted`: newest first. */
export const printQueueQuery = pageQuery.pick({ after: true }).extend({ show: z.enum(['in-hand', 'posted']).default('in-hand') });
export type PrintQueueQuery = z.infer<typeof printQueueQuery>;

const MOST_AT_ONCE = 100;
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Ids with commas between them, so that they fit in an address; one PDF of all, in this order. */
export const lettersToPrint = z.object({ ids: z.string().regex(new RegExp(`^${uuid}(?:,${uuid}){0,${MOST_AT_ONCE - 1}}$`), `Choose 1 to ${MOST_AT_ONCE} letters.`) });
export type LettersToPrint = z.infer<typeof lettersToPrint>;

/** All of these, or none. */
export const letterMark = z.object({
  ids: z.array(id).min(1).max(MOST_AT_ONCE),
  /** As whoever marks them has seen them: what changed meanwhile is not marked. */
  from: letterState.exclude(['withdrawn']),
  /** `to-print` after `printed`, and `printed` after `posted`: not after all. */
  to: letterState.exclude(['withdrawn']),
});
export type LetterMark = z.infer<typeof letterMark>;
