import { probableLanguage, writtenIn } from './reply-language';

describe('the language of a reply', () => {
  it.each([
    ['هل ستكون نفس المترجمة؟', 'ar', 'probably Arabic'],
    ['ክመጽእ ኣይክእልን፡ ብዛዕባ ሕማመይ', 'ti', 'probably Tigrinya'],
    ['آیا همان ترجمان می‌آید؟', 'prs', 'probably Dari'],
    ['ئایا هەمان وەرگێڕ دێت؟', 'ckb', 'probably Sorani'],
    ['是同一位口译员吗？', 'zh-Hans', 'probably Chinese (Simplified)'],
    ['စကားပြန်က အရင်တစ်ယောက်ပဲလား။', 'my', 'probably Burmese'],
    ['Чи буде та сама перекладачка?', 'uk', 'probably Ukrainian'],
  ])('%s after a text in %s is %s', (body, sent, words) => {
    const lang = probableLanguage(body, sent);
    expect(lang).toBe(sent);
    expect(writtenIn({ body, lang })).toBe(words);
  });

  it.each([
    ['a Kurdish answer to an Arabic text', 'ئایا هەمان وەرگێڕ دێت؟', 'ar', 'in Arabic letters'],
    ['an Arabic answer to a Dari text', 'هل ستكون نفس المترجمة؟', 'prs', 'in Arabic letters'],
    ['a Russian answer to a Ukrainian text', 'Это будет тот же переводчик?', 'uk', 'in Cyrillic letters'],
    ['an answer in Traditional characters to a text in Simplified ones', '是同一位口譯員嗎？', 'zh-Hans', 'in Chinese letters'],
    ['a Karen answer to a Burmese text', 'ယကဟဲဒီးနၤ', 'my', 'in Burmese letters'],
    ['a Hindi answer to a Nepali text', 'क्या वही दोभाषी आएगा नहीं', 'ne', 'in Devanagari letters'],
    ['a Tamil answer to a Nepali text', 'அதே நபரா', 'ne', 'in Tamil letters'],
    ['an English answer to a Somali text', 'Will it be her?', 'so', 'in Latin letters'],
    ['Arabic in Latin letters', 'nafs al mutarjima?', 'ar', 'in Latin letters'],
    ['two scripts', 'ok تمام', 'ar', 'in Arabic and Latin letters'],
    ['a number that nothing was sent to', 'هل', null, 'in Arabic letters'],
  ])('is not guessed: %s', (_, body, sent, words) => {
    const lang = probableLanguage(body, sent);
    expect(lang).toBe('und');
    expect(writtenIn({ body, lang })).toBe(words);
  });

  it('is none where there are no letters', () => {
    expect(writtenIn({ body: '👍', lang: probableLanguage('👍', 'ar') })).toBeNull();
  });
});
