import { z } from 'zod';
import { id } from './shared';
import { level } from './varieties';

export const tone = z.enum(['helps', 'neutral', 'hurts']);
export const reasonChip = z.object({ label: z.string(), value: z.string(), tone });

/** One soft rule's opinion, and how much of the match it makes. */
export const namedScore = reasonChip.extend({
  name: z.string(),
  /** 0 to 1. */
  points: z.number(),
  /** The organisation's; only proportions matter. */
  weight: z.number(),
});
export type NamedScore = z.infer<typeof namedScore>;

export const candidate = z.object({
  interpreterId: id,
  displayName: z.string(),
  /** 0 to 100: the weighted mean of the scores. */
  match: z.int(),
  level,
  /** At most four, in the order dialect, patient or record, travel, fair share. */
  chips: z.array(reasonChip),
  /** Every score that arises. */
  scores: z.array(namedScore),
  /** Pence for the booked length. */
  fee: z.int(),
});
export type Candidate = z.infer<typeof candidate>;

/** A hard rule that fails: the code for programs, the sentence as it is shown. */
export const reasonAgainst = z.object({ code: z.string(), sentence: z.string() });

export const notPossible = reasonAgainst.extend({
  interpreterId: id,
  displayName: z.string(),
  /** Of the pair of languages by which they come nearest. */
  level,
  varietyId: z.string().nullable(),
  /** Every one, in the order of the rules; `code` and `sentence` are those of the first. */
  reasons: z.array(reasonAgainst),
});
export type NotPossible = z.infer<typeof notPossible>;

export const candidateList = z.object({
  possible: z.array(candidate),
  notPossible: z.array(notPossible),
  /** How many were looked at. */
  considered: z.int(),
});
export type CandidateList = z.infer<typeof candidateList>;

/** About one interpreter: how they rank, or every reason why not. */
export const whyNot = z.discriminatedUnion('eligible', [
  candidate.extend({ eligible: z.literal(true) }),
  notPossible.extend({ eligible: z.literal(false) }),
]);
export type WhyNot = z.infer<typeof whyNot>;

export const candidateParams = z.object({ interpreterId: id });
export const bookingCandidateParams = z.object({ id, interpreterId: id });
