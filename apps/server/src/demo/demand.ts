import type { NamePool } from './names';

export interface Demand {
  /** What is spoken or signed, and booked. */
  variety: string;
  names: NamePool;
  /** At the first clinic, at the second. */
  patients: readonly [number, number];
  interpreters: number;
  /** At least as many of them, for patients who ask for a woman. */
  women?: number;
  /** Further languages of these interpreters, in turn. */
  also?: readonly (readonly string[])[];
  /** Where nobody interprets it into English: what they interpret it into, for a relay. */
  pivot?: string;
  /** What the patients read, in turn; nothing is as real as anything else. */
  reads: readonly (readonly string[])[];
}

const standardArabic = [['arb'], ['arb', 'eng'], ['arb'], ['arb'], ['arb', 'eng'], []] as const;

/** Of a language without texts of ours: many read English, some only their own, some nothing. */
const own = (variety: string): readonly (readonly string[])[] => [[variety, 'eng'], ['eng'], [variety, 'eng'], [variety], ['eng']];

/**
 * What a London community trust is asked for (2024-25: Arabic, Farsi, Portuguese, Romanian, Gujarati, Somali, Spanish,
 * Polish, Urdu, Bengali), by the varieties that people speak, and the rarer ones that are hardest to find.
 */
export const demand: readonly Demand[] = [
  { variety: 'apc', names: 'levant', patients: [6, 3], interpreters: 4, also: [[], ['arz'], [], []], reads: standardArabic },
  { variety: 'apd', names: 'sudan', patients: [3, 2], interpreters: 4, women: 2, reads: standardArabic },
  { variety: 'acm', names: 'iraq', patients: [3, 2], interpreters: 2, reads: standardArabic },
  { variety: 'arz', names: 'levant', patients: [1, 0], interpreters: 1, reads: standardArabic },
  { variety: 'ary', names: 'maghreb', patients: [1, 1], interpreters: 1, reads: [['arb'], ['fra']] },
  { variety: 'pes', names: 'persian', patients: [4, 2], interpreters: 3, reads: own('pes') },
  { variety: 'prs', names: 'afghan', patients: [3, 2], interpreters: 3, also: [[], ['pes'], ['haz']], reads: [['prs'], ['prs', 'eng'], ['prs'], []] },
  { variety: 'haz', names: 'afghan', patients: [1, 0], interpreters: 1, reads: [['prs']] },
  { variety: 'pbu', names: 'afghan', patients: [1, 1], interpreters: 2, reads: [[], ['pbu']] },
  { variety: 'por', names: 'portuguese', patients: [3, 2], interpreters: 2, also: [['por:br'], []], reads: own('por') },
  { variety: 'por:br', names: 'portuguese', patients: [1, 0], interpreters: 1, reads: own('por:br') },
  { variety: 'ron', names: 'romanian', patients: [4, 2], interpreters: 2, reads: own('ron') },
  { variety: 'guj', names: 'southAsian', patients: [3, 2], interpreters: 2, reads: own('guj') },
  { variety: 'som', names: 'somali', patients: [3, 3], interpreters: 3, also: [[], ['ymm'], []], reads: [['som'], ['som', 'eng'], ['som'], []] },
  { variety: 'ymm', names: 'somali', patients: [1, 0], interpreters: 0, reads: [[]] },
  { variety: 'spa', names: 'spanish', patients: [3, 2], interpreters: 3, reads: own('spa') },
  { variety: 'pol', names: 'polish', patients: [3, 2], interpreters: 2, reads: own('pol') },
  { variety: 'urd', names: 'southAsian', patients: [2, 2], interpreters: 2, also: [['phr', 'pnb'], []], reads: own('urd') },
  { variety: 'phr', names: 'southAsian', patients: [1, 0], interpreters: 0, reads: [['eng']] },
  { variety: 'pan', names: 'southAsian', patients: [1, 0], interpreters: 1, reads: own('pan') },
  { variety: 'ben', names: 'bengali', patients: [2, 1], interpreters: 2, reads: own('ben') },
  { variety: 'syl', names: 'bengali', patients: [2, 1], interpreters: 2, also: [['ben'], []], reads: [['eng'], ['ben'], []] },
  { variety: 'tir:er', names: 'eritrean', patients: [2, 2], interpreters: 3, also: [[], ['amh'], []], reads: [['tir:er'], ['tir:er', 'eng'], ['tir:er']] },
  { variety: 'amh', names: 'eritrean', patients: [1, 0], interpreters: 1, reads: [['amh']] },
  { variety: 'ckb', names: 'kurdish', patients: [1, 2], interpreters: 2, reads: [['ckb'], ['ckb', 'arb']] },
  { variety: 'kmr', names: 'kurdish', patients: [2, 1], interpreters: 2, also: [['tur'], []], reads: [['kmr'], ['arb'], []] },
  { variety: 'ukr', names: 'ukrainian', patients: [2, 2], interpreters: 2, also: [['rus'], []], reads: [['ukr'], ['ukr', 'eng']] },
  { variety: 'rus', names: 'ukrainian', patients: [0, 1], interpreters: 0, reads: [['rus', 'eng']] },
  { variety: 'rhg', names: 'rohingya', patients: [0, 1], interpreters: 1, reads: [[]] },
  { variety: 'tur', names: 'turkish', patients: [1, 1], interpreters: 1, reads: own('tur') },
  { variety: 'tam:lk', names: 'tamil', patients: [1, 0], interpreters: 1, reads: own('tam:lk') },
  { variety: 'yue', names: 'chinese', patients: [1, 0], interpreters: 1, reads: own('zho:hant') },
  { variety: 'vie', names: 'vietnamese', patients: [1, 0], interpreters: 1, reads: own('vie') },
  { variety: 'als', names: 'albanian', patients: [1, 0], interpreters: 1, reads: own('als') },
  { variety: 'lin', names: 'congolese', patients: [1, 0], interpreters: 1, also: [['fra']], reads: [['fra']] },
  { variety: 'npi', names: 'nepali', patients: [0, 1], interpreters: 0, reads: [['npi']] },
  { variety: 'fvr', names: 'sudan', patients: [1, 0], interpreters: 1, pivot: 'apd', reads: [[]] },
  { variety: 'mam', names: 'guatemalan', patients: [1, 0], interpreters: 1, pivot: 'spa', reads: [[]] },
  { variety: 'bfi', names: 'british', patients: [2, 1], interpreters: 2, reads: [['eng'], [], ['eng']] },
];
