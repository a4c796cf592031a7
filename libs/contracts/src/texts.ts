import { z } from 'zod';
import { id, instant, line, localDate } from './shared';

export const textForm = z.enum(['short', 'long', 'spoken', 'easy-read', 'page']);
export type TextForm = z.infer<typeof textForm>;

/** `outdated`: approved, and since then the text that it was made from has become another. */
export const textState = z.enum(['draft', 'reviewed', 'outdated', 'withdrawn']);
export type TextState = z.infer<typeof textState>;

/** What a machine can say against a text. */
export const lintRule = z.enum([
  'missing',
  'unknown-key',
  'does-not-parse',
  'arguments-differ',
  'formats-by-locale',
  'foreign-letter',
  'other-language',
  'no-telling-letter',
  'same-as-english',
  'month-name',
  'opt-out-word',
  'tells-too-much',
  'answers-differ',
  'loose-digit',
  'foreign-digit',
  'control-character',
  'arguments-on-other-lines',
  'said-twice',
  'too-long',
  'answers-without-heading',
  'weekday-differs',
  'zawgyi',
]);
export type LintRule = z.infer<typeof lintRule>;

export const lintProblem = z.object({ rule: lintRule, detail: z.string(), mayBeMeant: z.boolean() });

const languageId = z.string().max(20);
export const textLanguageParams = z.object({ language: languageId });
export const textParams = textLanguageParams.extend({ form: textForm, key: z.string().max(60) });
export type TextParams = z.infer<typeof textParams>;

const writing = z.object({
  language: languageId,
  /** BCP 47 */
  lang: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  autonym: z.string(),
  englishName: z.string(),
});

export const textLanguages = z.object({
  items: z.array(writing.extend({ of: z.int(), reviewed: z.int(), outdated: z.int() })),
});
export type TextLanguages = z.infer<typeof textLanguages>;

const textRow = z.object({
  form: textForm,
  key: z.string(),
  /** ICU MessageFormat. */
  english: z.string(),
  /** As it is said now, in ICU MessageFormat. */
  said: z.string(),
  state: textState,
  /** Says only who, when, where and how to answer. */
  isFacts: z.boolean(),
  /** Whether anybody can be told it as it is. */
  isSaid: z.boolean(),
  reviewer: z.string().nullable(),
});
export const textsOfLanguage = writing.extend({ texts: z.array(textRow) });
export type TextsOfLanguage = z.infer<typeof textsOfLanguage>;
export type TextRow = z.infer<typeof textRow>;

export const textView = writing.extend({
  ...textRow.shape,
  /** As the machine wrote it. */
  draft: z.string(),
  /** Of the draft. */
  version: z.int(),
  /** What is filled in: `when`, `clinic`. */
  arguments: z.array(z.string()),
  /** The newest decision; sent back with the next one, so that nobody decides over what they have not seen. */
  seen: id.nullable(),
  /** Newest first. */
  history: z.array(
    z.object({
      id,
      state: z.enum(['approved', 'withdrawn']),
      pattern: z.string(),
      version: z.int(),
      reviewerName: z.string(),
      reviewerRole: z.string(),
      reviewedOn: localDate,
      note: z.string().nullable(),
      /** Who was signed in. */
      recordedBy: z.string(),
      recordedAt: instant,
    }),
  ),
});
export type TextView = z.infer<typeof textView>;

/** Line breaks are part of a text; anything else that is not a letter is the linter's to refuse. */
export const textPattern = z.string().min(1, 'Write the text.').max(4000, 'At most 4,000 characters.').regex(/^[^\0]*$/, 'There is a character in it that cannot be kept. Type it again.');

export const textToCheck = z.object({ pattern: textPattern });
export const textCheck = z.object({
  problems: z.array(lintProblem),
  /** Empty where the text cannot be read. */
  previews: z.array(
    z.object({
      choice: z.string().nullable(),
      said: z.string(),
      english: z.string(),
      /** Of a text message only. */
      sms: z.object({ encoding: z.enum(['GSM-7', 'UCS-2']), segments: z.int(), characters: z.int() }).nullable(),
    }),
  ),
});
export type TextCheck = z.infer<typeof textCheck>;

/** Who decided, as somebody wrote it down. */
export const reviewedBy = z.object({
  reviewerName: line(80),
  /** In their own words: “who reads it”, “staff interpreter”. */
  reviewerRole: line(80),
  reviewedOn: localDate,
  note: line(500).nullable(),
});
const decision = reviewedBy.extend({ seen: id.nullable() });

export const textApproval = decision.extend({ pattern: textPattern, version: z.int(), confirmed: z.array(lintRule) });
export type TextApproval = z.infer<typeof textApproval>;
export const textWithdrawal = decision;
export type TextWithdrawal = z.infer<typeof textWithdrawal>;
