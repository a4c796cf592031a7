import { localTime, patientAnswer, patientWish } from '@dragoman/contracts';
import { type PatientLanguage, patientLanguages } from '@dragoman/words';
import { z } from 'zod';

/** Whatever else an address carries is not an error but nothing. */
const language = z.enum(patientLanguages).optional().catch(undefined);

export const visitQuery = z.object({
  lang: language,
  change: z.literal('1').optional().catch(undefined),
  /** What was just asked for: said back once, and kept by nobody but whoever has to act on it. */
  wished: patientWish.optional().catch(undefined),
});
export const answerForm = z.object({ lang: language, answer: patientAnswer });
export const wishForm = z.object({ lang: language, wish: patientWish });

export const understoodForm = z.object({ understood: z.enum(['yes', 'no']) });

/** `at`: on the clinic's clock; left empty, it is now. */
export const attendanceForm = z.object({
  kind: z.enum(['arrived', 'started', 'finished', 'patient-absent']),
  at: localTime.nullable().catch(null).default(null),
});

export const stillComingForm = z.object({ answer: z.enum(['coming', 'cannot-come']) });
export const lateForm = z.object({ minutes: z.coerce.number().int().min(5).max(180) });
export const concernForm = z.object({
  code: z.enum(['safety', 'conflict-of-interest', 'not-understood', 'access', 'other']),
  words: z.string().trim().max(1000).transform((words) => (words === '' ? null : words)).default(null),
  leaves: z.literal('yes').optional().catch(undefined),
});

/** A word to the coordinator; blank is none. */
export const giveBackForm = z.object({
  reason: z.string().trim().max(300).transform((words) => words || null).catch(null),
});

/** Left out where nothing was asked; whatever else was sent is no answer. */
export const acceptForm = z.object({ conflict: z.enum(['none', 'not-asked']).catch('not-asked') });

const typed = (most: number) => z.string().transform((text) => text.replace(/\p{Cc}/gu, ' ').trim().slice(0, most)).catch('');

/** Whom an agency sends, as it stands in the form; one tick is a text, several are a list. */
export const agencyForm = z.object({
  name: typed(80),
  phone: typed(40),
  credential: typed(120),
  word: z.union([z.array(z.string()), z.string().transform((one) => [one])]).catch([]),
});
export type AgencyForm = z.infer<typeof agencyForm>;

/** Keyboards type digits of many scripts; the code was written down in one. */
const latinDigits = (text: string): string =>
  text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    const at = digit.codePointAt(0) ?? 0;
    let zero = at;
    // Unicode keeps every set of decimal digits together, from its zero on.
    while (at - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(at - zero);
  });

export const codeForm = z.object({ lang: language, code: z.string().max(64).transform((text) => latinDigits(text.trim())) });

/** Of whatever was sent, when only the language still matters. */
export const languageOf = (sent: unknown): PatientLanguage | null =>
  z.object({ lang: language }).safeParse(sent).data?.lang ?? null;
