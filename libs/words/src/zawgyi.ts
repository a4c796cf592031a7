/**
 * Burmese that is encoded as Zawgyi: the same block, other signs and another order, so that a phone with Unicode shows nonsense.
 * In Unicode the vowel U+1031 and the medials U+103B to U+103E follow their consonant, U+1039 stands only between two
 * consonants, and U+103A is on top of a syllable; Zawgyi writes as it is seen, with U+1031 and U+103B before the consonant,
 * U+1039 on top, and shapes of its own from U+1060.
 * Sources: Unicode Technical Note 11 (order); CLDR’s transform Zawgyi-my (what stands for what). For Burmese only: Karen, Mon
 * and Shan have letters of theirs where Zawgyi has its shapes.
 */
const signs: readonly (readonly [name: string, sign: RegExp])[] = [
  ['U+1031 before its consonant', /(?<![က-ဪ\u103b-\u103eဿ])\u1031/u],
  ['U+103B before its consonant', /(?<![က-ဪ\u103aဿ])\u103b/u],
  ['a medial without a consonant', /(?<![က-ဪ\u103b-\u103eဿ])[\u103c-\u103e]/u],
  ['medials in another order', /\u103c\u103b|\u103d[\u103b\u103c]|\u103e[\u103b-\u103d]/u],
  ['U+1039 that stacks nothing', /\u1039(?![က-အ])/u],
  ['U+103A before a vowel above', /\u103a[\u102d\u102e\u1032\u1036]/u],
  ['a shape of Zawgyi', /[\u1033\u1034\u105a\u1060-\u1097]/u],
];

/** What in a Burmese text is Zawgyi and not Unicode; of a text that is long enough to have such a sign. */
export const zawgyiIn = (text: string): string[] => signs.filter(([, sign]) => sign.test(text)).map(([name]) => name);
