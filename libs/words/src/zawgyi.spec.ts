import { allCatalogs, catalogOf } from './catalogs/catalogs';
import { textsIn } from './texts';
import { zawgyiIn } from './zawgyi';

describe('Burmese in Zawgyi', () => {
  it.each([
    ['ေနရာ', 'U+1031 before its consonant'],
    ['ဖုန္းဆက္ေပးပါ', 'U+1031 before its consonant'],
    ['ျမန္မာ', 'U+103B before its consonant'],
    ['စကားျပန္', 'U+103B before its consonant'],
    ['စာမ်က္ႏွာ', 'a medial without a consonant'],
    ['လာပါမယ္', 'U+1039 that stacks nothing'],
    ['အခ်ိန္', 'U+103A before a vowel above'],
    ['မလာႏိုင္ပါဘူး', 'a shape of Zawgyi'],
  ])('%s is known by %s', (text, sign) => {
    expect(zawgyiIn(text)).toContain(sign);
  });

  it('is not what a Burmese word is whose two consonants stand on each other', () => {
    for (const word of ['တနင်္လာ', 'ဗုဒ္ဓဟူး', 'ယောက်ျား', 'ကျွန်ုပ်', 'မြွေ', 'လျှို့ဝှက်', 'သြဂုတ်', 'ဩဂုတ်']) expect([word, zawgyiIn(word)]).toEqual([word, []]);
  });

  it('is not what a name of a language, a country or a currency is in Burmese, by CLDR', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const regions = new Intl.DisplayNames('my', { type: 'region', fallback: 'none' });
    const languages = new Intl.DisplayNames('my', { type: 'language', fallback: 'none' });
    const currencies = new Intl.DisplayNames('my', { type: 'currency', fallback: 'none' });
    const pairs = letters.flatMap((one) => letters.map((other) => `${one}${other}`));
    const names = [...pairs.flatMap((pair) => [regions.of(pair), languages.of(pair.toLowerCase())]), ...Intl.supportedValuesOf('currency').map((code) => currencies.of(code))];
    const burmese = names.flatMap((name) => (name !== undefined && /\p{Script=Myanmar}/u.test(name) ? [name] : []));
    expect(burmese.length).toBeGreaterThan(500);
    expect(burmese.filter((name) => zawgyiIn(name).length > 0)).toEqual([]);
  });

  it('is in no text of ours, whose marks also stand in the order of Unicode', () => {
    for (const { form, key, text } of textsIn(catalogOf('my'))) expect([form, key, zawgyiIn(text.pattern)]).toEqual([form, key, []]);
    for (const catalog of allCatalogs) for (const { text } of textsIn(catalog)) expect(text.pattern).toBe(text.pattern.normalize('NFC'));
  });
});
