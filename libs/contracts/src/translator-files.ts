import { z } from 'zod';
import { id } from './shared';
import { lintProblem, lintRule, reviewedBy, textForm, textPattern, textState } from './texts';

/** A gettext PO file as it is. */
export const translatorFile = z.instanceof(Uint8Array);

const address = z.object({ form: textForm, key: z.string().max(60) });

export const translatorReading = z.object({
  /** What approving it would change. */
  changes: z.array(
    address.extend({
      english: z.string(),
      /** As it is said now, in ICU MessageFormat; the same as `pattern` where a draft is found right as it is. */
      said: z.string(),
      state: textState,
      pattern: z.string(),
      /** Of the draft that the file was made from. */
      version: z.int(),
      /** The newest decision about the text; sent back with the approval. */
      seen: id.nullable(),
      problems: z.array(lintProblem),
    }),
  ),
  /** Entries that are of no use, each with its reason. */
  refused: z.array(z.object({ entry: z.string(), sentence: z.string() })),
  /** Texts that the file itself says nobody has read. */
  fuzzy: z.array(address),
  untranslated: z.array(address),
  /** How many are approved as they stand in the file. */
  unchanged: z.int(),
});
export type TranslatorReading = z.infer<typeof translatorReading>;
export type TranslatorChange = TranslatorReading['changes'][number];

/** All of these, or none. */
export const translatorApproval = reviewedBy.extend({
  texts: z
    .array(address.extend({ pattern: textPattern, version: z.int(), seen: id.nullable(), confirmed: z.array(lintRule) }))
    .min(1, 'Choose a text.')
    .max(500),
});
export type TranslatorApproval = z.infer<typeof translatorApproval>;
