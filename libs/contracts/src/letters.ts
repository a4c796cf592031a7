import { z } from 'zod';

export const letterLayout = z.enum(['standard', 'large-print', 'easy-read']);
export type LetterLayout = z.infer<typeof letterLayout>;

export const letterQuery = z.object({
  /** Left out: the first of these that the patient asked for. */
  layout: letterLayout.optional(),
  /** By hand it says who, when and where; by post, where nobody knows who else opens it, when and nothing else. */
  goes: z.enum(['by-hand', 'by-post']),
});
export type LetterQuery = z.infer<typeof letterQuery>;

/** What a letter says, before it is printed. */
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
});
export type LetterPreview = z.infer<typeof letterPreview>;
