import { Invalid, plusMinutes } from '@dragoman/kernel';

/** Silence is an answer after so many hours, and in any case once the appointment begins. */
export const requestExpiry = (now: Date, startsAt: Date, answerHours: number): Date => {
  const configured = plusMinutes(now, answerHours * 60);
  return configured < startsAt ? configured : startsAt;
};

export type Term = 'agreed' | 'language' | 'gender' | 'not-local' | 'no-conflict';

/** What an agency has to give its word on before somebody of theirs is booked. */
export interface AskedTerm {
  term: Term;
  sentence: string;
}

export interface Asked {
  varietyName: string;
  otherName: string;
  requiredGender: string | null;
  avoidsLocalArea: boolean;
  localAreaKm: number;
  asksConflict: boolean;
}

const plain: Record<string, string> = { woman: 'a woman', man: 'a man' };

/** The hard rules that rest on what only the agency can know, each as a sentence it says. */
export const termsOf = ({ varietyName, otherName, requiredGender, avoidsLocalArea, localAreaKm, asksConflict }: Asked): AskedTerm[] => [
  { term: 'agreed', sentence: 'The interpreter has said yes to this appointment, and is free then.' },
  { term: 'language', sentence: `The interpreter speaks ${varietyName}, exactly that, and ${otherName}, and interprets both ways.` },
  ...(requiredGender === null ? [] : [{ term: 'gender' as const, sentence: `The interpreter is ${plain[requiredGender] ?? requiredGender}.` }]),
  ...(avoidsLocalArea ? [{ term: 'not-local' as const, sentence: `The interpreter lives more than ${localAreaKm} km from the place of the appointment.` }] : []),
  ...(asksConflict
    ? [{
        term: 'no-conflict' as const,
        sentence:
          'The interpreter was asked whether there is any reason not to interpret for a patient from their own area or community, such as kinship, friendship or a dispute, and knows of none.',
      }]
    : []),
];

/** @returns what was said, in words. @throws Invalid `word-not-given` while a term is not given. */
export const givenWord = (asked: readonly AskedTerm[], given: readonly string[]): string[] => {
  if (asked.some(({ term }) => !given.includes(term)))
    throw new Invalid('word-not-given', 'Tick each sentence that is true. If one is not, name somebody else or decline. Nothing was booked.');
  return asked.map(({ sentence }) => sentence);
};
