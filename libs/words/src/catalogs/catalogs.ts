import { NotFound } from '@dragoman/kernel';
import { am } from './am/catalog';
import { ar } from './ar/catalog';
import { bn } from './bn/catalog';
import { bs } from './bs/catalog';
import { type PatientCatalog, type PatientLanguage, patientLanguages } from './catalog';
import { ckb } from './ckb/catalog';
import { en } from './en/catalog';
import { es } from './es/catalog';
import { fa } from './fa/catalog';
import { fr } from './fr/catalog';
import { hr } from './hr/catalog';
import { kmr } from './kmr/catalog';
import { my } from './my/catalog';
import { ne } from './ne/catalog';
import { prs } from './prs/catalog';
import { ro } from './ro/catalog';
import { ru } from './ru/catalog';
import { so } from './so/catalog';
import { sq } from './sq/catalog';
import { srLatn } from './sr-Latn/catalog';
import { sw } from './sw/catalog';
import { ta } from './ta/catalog';
import { ti } from './ti/catalog';
import { tr } from './tr/catalog';
import { uk } from './uk/catalog';
import { ur } from './ur/catalog';
import { vi } from './vi/catalog';
import { zhHans } from './zh-Hans/catalog';
import { zhHant } from './zh-Hant/catalog';

const catalogs: Readonly<Record<PatientLanguage, PatientCatalog>> = { ar, ti, prs, fa, so, ckb, uk, ur, bn, ru, es, fr, tr, 'zh-Hans': zhHans, 'zh-Hant': zhHant, ro, sw, sq, am, my, kmr, bs, hr, 'sr-Latn': srLatn, vi, ne, ta, en };

export const allCatalogs: readonly PatientCatalog[] = patientLanguages.map((language) => catalogs[language]);

export const isPatientLanguage = (text: string): text is PatientLanguage =>
  patientLanguages.some((language) => language === text);

/** @throws NotFound `no-text-in-language`: no other language steps in, English least of all. */
export const catalogOf = (language: string): PatientCatalog => {
  if (isPatientLanguage(language)) return catalogs[language];
  throw new NotFound('no-text-in-language', `There are no texts in "${language}".`, { language });
};

/**
 * The language to write in for somebody who reads these varieties, best first.
 * `null` where none of them has a text: a person calls instead. English counts only if it was declared.
 */
export const languageForReader = (reads: readonly string[]): PatientLanguage | null => {
  const served = reads
    .map((varietyId) => allCatalogs.find(({ readers }) => readers.includes(varietyId)))
    .find((catalog) => catalog !== undefined);
  return served?.language ?? null;
};

/** The language whose voice speaks as this variety is spoken. */
export const languageForSpeaker = (varietyId: string): PatientLanguage | null =>
  allCatalogs.find(({ spoken }) => spoken?.speakers.includes(varietyId))?.language ?? null;
