import type { TranslatorChange, TranslatorReading } from '@dragoman/contracts';

/** Without a mistake that must be mended first. */
export const isSound = ({ problems }: Pick<TranslatorChange, 'problems'>): boolean => problems.every(({ mayBeMeant }) => mayBeMeant);

export const isDoubtful = ({ problems }: Pick<TranslatorChange, 'problems'>): boolean => problems.length > 0;

const counted = (count: number, one: string, many: string): string[] => (count === 0 ? [] : [count === 1 ? `One text ${one}` : `${count} texts ${many}`]);

/** What the file has beside its changes; nothing where there is nothing to say. */
export const readingSentences = ({ changes, fuzzy, untranslated, unchanged }: TranslatorReading): string[] => [
  ...counted(changes.filter((change) => !isSound(change)).length, 'has a mistake and cannot be approved until it is mended.', 'have mistakes and cannot be approved until they are mended.'),
  ...counted(fuzzy.length, 'is still marked “fuzzy” in the file: nobody has said that it is right. It stays as it is.', 'are still marked “fuzzy” in the file: nobody has said that they are right. They stay as they are.'),
  ...counted(untranslated.length, 'has no translation in the file and stays as it is.', 'have no translation in the file and stay as they are.'),
  ...counted(unchanged, 'is approved already, word for word.', 'are approved already, word for word.'),
];
