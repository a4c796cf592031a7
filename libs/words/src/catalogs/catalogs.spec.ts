import { readdirSync } from 'node:fs';
import { spokenOnly } from '../spoken-only';
import { textsIn } from '../texts';
import { allCatalogs, catalogOf, languageForReader } from './catalogs';

describe('the language we write in', () => {
  it.each([
    ['arb', 'ar'],
    ['apd', 'ar'],
    ['apc', 'ar'],
    ['ary', 'ar'],
    ['tir', 'ti'],
    ['tir:er', 'ti'],
    ['tir:et', 'ti'],
    ['prs', 'prs'],
    ['pes', 'fa'],
    ['som', 'so'],
    ['ckb', 'ckb'],
    ['ukr', 'uk'],
    ['urd', 'ur'],
    ['ben', 'bn'],
    ['rus', 'ru'],
    ['spa', 'es'],
    ['fra', 'fr'],
    ['tur', 'tr'],
    ['zho:hans', 'zh-Hans'],
    ['zho:hant', 'zh-Hant'],
    ['ron', 'ro'],
    ['swh', 'sw'],
    ['als', 'sq'],
    ['aln', 'sq'],
    ['amh', 'am'],
    ['mya', 'my'],
    ['kmr', 'kmr'],
    ['bos', 'bs'],
    ['hrv', 'hr'],
    ['srp', 'sr-Latn'],
    ['vie', 'vi'],
    ['npi', 'ne'],
    ['tam', 'ta'],
    ['tam:lk', 'ta'],
    ['tam:in', 'ta'],
    ['eng', 'en'],
  ])('for somebody who reads %s is %s', (variety, language) => {
    expect(languageForReader([variety])).toBe(language);
  });

  it.each([
    ['haz', 'Hazaragi is mainly spoken'],
    ['phr', 'Pahari-Pothwari is not Urdu'],
    ['syl', 'Sylheti is not Bengali'],
    ['ctg', 'Chittagonian is not Bengali'],
    ['ymm', 'Maay is not Somali'],
    ['som:benaadiri', 'Benaadiri has no text of its own'],
    ['kmr:bahdini', 'Bahdini is written in Arabic letters'],
    ['kmr:ezidi', 'Ezidis are asked which letters they read'],
    ['cnr', 'Montenegrin has no text of its own'],
    ['hbs', '"Serbo-Croatian" is a question'],
    ['swc', 'Congo Swahili is not the Swahili of the coast'],
    ['ron:moldovan', 'Moldovan is also read in Cyrillic'],
    ['mam', 'Mam is not Spanish'],
    ['bel', 'Belarusian is neither Ukrainian nor Russian'],
    ['shu', 'Chadian Arabic is also written in Latin letters'],
    ['pga', 'Juba Arabic is a creole'],
    ['ara', '"Arabic" alone is a question'],
    ['pcm', 'Nigerian Pidgin is not English'],
    ['cmn', 'Mandarin is read in one of two scripts, and nobody has asked which'],
    ['yue', 'Cantonese is read in one of two scripts, and nobody has asked which'],
    ['zho', '"Chinese" alone is a question'],
    ['rki', 'Rakhine is not Burmese'],
    ['ksw', 'Karen is not Burmese'],
    ['dzo', 'Dzongkha is not Nepali'],
    ['rhg', 'nobody should read Rohingya off a phone'],
  ])('for somebody who reads only %s is none: %s', (variety) => {
    expect(languageForReader([variety])).toBeNull();
  });

  it('is the first one on the list that has a text', () => {
    expect(languageForReader(['haz', 'prs', 'eng'])).toBe('prs');
    expect(languageForReader(['eng', 'prs'])).toBe('en');
  });

  it.each([
    ['fa', ['pes']],
    ['prs', ['prs']],
    ['uk', ['ukr']],
    ['ru', ['rus']],
    ['ckb', ['ckb']],
    ['kmr', ['kmr']],
    ['bs', ['bos']],
    ['hr', ['hrv']],
    ['sr-Latn', ['srp']],
    ['am', ['amh']],
    ['ti', ['tir', 'tir:er', 'tir:et']],
  ] as const)('%s is for nobody who reads its neighbour, only for %j', (language, readers) => {
    expect(catalogOf(language).readers).toEqual(readers);
  });

  it('is in the characters that somebody reads, whichever Chinese they speak', () => {
    expect(languageForReader(['cmn', 'zho:hant'])).toBe('zh-Hant');
    expect(languageForReader(['yue', 'zho:hans', 'zho:hant'])).toBe('zh-Hans');
  });

  it('is none for somebody who reads nothing, and English is not assumed', () => {
    expect(languageForReader([])).toBeNull();
  });

  it('is none for a variety that nobody writes to be read', () => {
    for (const { varietyId } of spokenOnly) expect([varietyId, languageForReader([varietyId])]).toEqual([varietyId, null]);
  });

  it('is decided once for each variety', () => {
    const readers = allCatalogs.flatMap((catalog) => catalog.readers);
    expect(new Set(readers).size).toBe(readers.length);
  });
});

describe('a catalog', () => {
  it('exists for each language that has a folder, and no other', () => {
    const folders = readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(allCatalogs.map(({ language }) => language).sort()).toEqual(folders.map(({ name }) => name).sort());
    expect(() => catalogOf('rhg')).toThrow('There are no texts in "rhg".');
    expect(() => catalogOf('toString')).toThrow();
  });

  it('says of every text but the English that a machine wrote it and nobody has checked it', () => {
    for (const catalog of allCatalogs.filter(({ language }) => language !== 'en')) {
      for (const { form, key, text } of textsIn(catalog)) {
        expect({ language: catalog.language, form, key, ...text }).toMatchObject({ author: 'machine', reviewState: 'draft' });
      }
    }
  });

  it('counts the texts anew that offer more answers than those before', () => {
    const versions = allCatalogs.map(({ short }) => Object.entries(short).map(([key, { version }]) => `${key} ${version}`));
    for (const each of versions) expect(each).toEqual(expect.arrayContaining(['confirmed.private 2', 'reminder.neutral 2', 'help.neutral 1']));
  });

  it('is written from right to left where its script is', () => {
    const isRightToLeft = /\p{Script=Arabic}/u;
    for (const { lang, dir, autonym } of allCatalogs) expect([lang, dir]).toEqual([lang, isRightToLeft.test(autonym) ? 'rtl' : 'ltr']);
  });
});
