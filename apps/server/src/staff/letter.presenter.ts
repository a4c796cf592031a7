import type { LetterPreview } from '@dragoman/contracts';
import type { PatientLetter } from '@dragoman/reminders';

const wordsOf = ({ title, rows }: PatientLetter['said']): string => [title, ...rows.map(({ words }) => words)].join('\n');

export const presentLetter = ({ layout, languageName, neutral, reviewState, said, english }: PatientLetter): LetterPreview => ({
  layout,
  languageName,
  neutral,
  isDraft: reviewState === 'draft',
  lang: said.lang,
  dir: said.dir,
  body: wordsOf(said),
  english: wordsOf(english),
});
