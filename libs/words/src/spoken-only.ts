/** A variety that is heard and not read: nothing is written in it, and its texts are recordings or a person's call. */
export interface SpokenOnly {
  varietyId: string;
  name: string;
  why: string;
}

/** Spelling that nobody reads would be an invention. Reasons: literacy notes of `libs/languages/seeds/varieties.csv`, with their sources. */
export const spokenOnly: readonly SpokenOnly[] = [
  { varietyId: 'rhg', name: 'Rohingya', why: 'no spelling that most read; two of three refugees read no language' },
  { varietyId: 'syl', name: 'Sylheti', why: 'unwritten for most' },
  { varietyId: 'phr', name: 'Pahari-Pothwari (Mirpuri)', why: 'unwritten for most' },
  { varietyId: 'ymm', name: 'Maay', why: 'heard; its readers read Somali, which is another language' },
  { varietyId: 'haz', name: 'Hazaragi', why: 'mainly oral; those who read may have declared Dari' },
  { varietyId: 'knc', name: 'Central Kanuri (Yerwa)', why: 'mainly oral' },
  { varietyId: 'mam', name: 'Mam', why: 'few read it' },
  { varietyId: 'quc', name: 'K’iche’', why: 'few read it' },
];
