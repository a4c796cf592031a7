import { carrierWords } from './carrier-words';
import { allCatalogs } from './catalogs/catalogs';
import { digitsOffered, knownReplies, readReply, type ReplyMeaning } from './reply-words';

/** Every zero that starts a run of decimal digits in this Unicode. */
const zeros = Array.from({ length: 0x20000 }, (_, codePoint) => codePoint).filter((codePoint) => {
  const isDigit = (at: number) => /^\p{Nd}$/u.test(String.fromCodePoint(at));
  return isDigit(codePoint) && !isDigit(codePoint - 1);
});

describe('a reply by digit', () => {
  it.each([
    ['1', 'coming'],
    ['2', 'cannot-come'],
    ['3', 'call-me'],
    ['١', 'coming'],
    ['۲', 'cannot-come'],
    ['፫', 'call-me'],
    ['２', 'cannot-come'],
    ['१', 'coming'],
    ['၃', 'call-me'],
    ['1️⃣', 'coming'],
    ['②', 'cannot-come'],
    ['❸', 'call-me'],
    [' 1. ', 'coming'],
    ['(2)', 'cannot-come'],
    ['#3!', 'call-me'],
    ['\u200f١\u200f', 'coming'],
    ['\u2067٢\u2069\n', 'cannot-come'],
  ] as const)('%j means %s', (text, meaning) => {
    expect(readReply(text)).toBe(meaning);
  });

  it('is understood in every numeral system there is', () => {
    expect(zeros.length).toBeGreaterThan(60);
    for (const zero of zeros) {
      expect(readReply(String.fromCodePoint(zero + 1))).toBe('coming');
      expect(readReply(String.fromCodePoint(zero + 2))).toBe('cannot-come');
      expect(readReply(String.fromCodePoint(zero + 3))).toBe('call-me');
      expect(readReply(String.fromCodePoint(zero + 4))).toBeNull();
    }
  });

  it('of 4, 5 and 6 is understood in every numeral system, where the message offered them', () => {
    for (const zero of zeros) {
      const replies = [4, 5, 6, 7].map((digit) => readReply(String.fromCodePoint(zero + digit), 6));
      expect(replies).toEqual(['another-time', 'another-interpreter', 'wrong-language', null]);
    }
    expect(['፬', '❺', '6️⃣'].map((sign) => readReply(sign, 6))).toEqual(['another-time', 'another-interpreter', 'wrong-language']);
    expect([4, 5, 6].map((digit) => readReply(String(digit), 4))).toEqual(['another-time', null, null]);
  });

  it('means what the message offered, which its own lines say', () => {
    expect(digitsOffered('Reply:\n1\u00a0I will come\n3\u00a0call me')).toBe(3);
    expect(digitsOffered('1 سآتي\n3 اتصلوا بي\n4 أريد موعدًا آخر')).toBe(4);
    expect(digitsOffered('4\u00a0I need another time\n6\u00a0This is not my language')).toBe(6);
    expect(digitsOffered('Where: 14 Mill Lane\n4 14 Mill Lane\n')).toBe(3);
  });

  it('may repeat the words it stands for', () => {
    expect(readReply('1 سآتي')).toBe('coming');
    expect(readReply('2: ma iman karo')).toBe('cannot-come');
    expect(readReply('3. Call me')).toBe('call-me');
  });

  it.each(['12', '1 2', '1,2', '1/12/2026', '4', '0', '1?', '1؟', '1 no', '2 yes', '1 1', '1 👎', 'not 1', '-', '', ' '])(
    '%j leaves doubt, so a person reads it',
    (text) => {
      expect(readReply(text)).toBeNull();
    },
  );
});

describe('a reply in words', () => {
  it.each([
    ['Yes', 'coming'],
    ['نعم', 'coming'],
    ['نَعَم', 'coming'],
    ['እወ', 'coming'],
    ['بلی', 'coming'],
    ['بلي', 'coming'],
    ['Haa!', 'coming'],
    ['بەڵێ', 'coming'],
    ['Так', 'coming'],
    ['I can’t come', 'cannot-come'],
    ['لا', 'cannot-come'],
    ['لا استطيع المجيء', 'cannot-come'],
    ['ክመፅእ ኣይክእልን እየ', 'cannot-come'],
    ['آمده نمیتوانم', 'cannot-come'],
    ['MA IMAN KARO', 'cannot-come'],
    ['ناتوانم بێم', 'cannot-come'],
    ['придем', 'coming'],
    ['Oui, je viendrai', 'coming'],
    ['Ndiyo', 'coming'],
    ['አዎ፣ እመጣለሁ', 'coming'],
    ['Erê', 'coming'],
    ['Ні', 'cannot-come'],
    ['HAYIR', 'cannot-come'],
    ['hayir', 'cannot-come'],
    ['Nu pot să vin', 'cannot-come'],
    ['Nuk mund te vij', 'cannot-come'],
    ['ne mogu da dođem', 'cannot-come'],
    ['اتصلوا بي', 'call-me'],
    ['ደውሉለይ', 'call-me'],
    ['به من زنگ بزنید', 'call-me'],
    ['i soo wac', 'call-me'],
    ['تەلەفۆنم بۆ بکەن', 'call-me'],
    ['зателефонуйте мені', 'call-me'],
    ['sunaţi-mă', 'call-me'],
    ['Llámenme, por favor', 'call-me'],
    ['မလာနိုင် ပါဘူး', 'cannot-come'],
    ['တခြား အချိန်။', 'another-time'],
    ['我不能来。', 'cannot-come'],
    ['請 打電話給我', 'call-me'],
    ['আসব না', 'cannot-come'],
  ] as const)('%j means %s', (text, meaning) => {
    expect(readReply(text)).toBe(meaning);
  });

  it.each([
    'Maya',
    'yes but not at 14:30',
    'I cannot come, can I come on Friday',
    'هل ستكون نفس المترجمة؟',
    'تمام',
    'ok',
    '👍',
    'yes?',
    'cancel my appointment',
    'إلغاء',
    'si',
    'ne',
    'na',
    'አይ',
    'No problem',
    'လမယ',
    'মা',
    '我能不能来',
  ])('%j leaves doubt, so a person reads it', (text) => {
    expect(readReply(text)).toBeNull();
  });
});

/** As `wordsIn` reads them; the page's own button, with a digit, a sign, marks and shouting around it, is the same reply. */
const said: readonly (readonly [ReplyMeaning, string])[] = allCatalogs.flatMap(({ page, replyWords }) => [
  ...[page.answerComing.pattern, ...replyWords.coming].map((word) => ['coming', word] as const),
  ...[page.answerCannotCome.pattern, ...replyWords.cannotCome].map((word) => ['cannot-come', word] as const),
  ...[page.answerCallMe.pattern, ...replyWords.callMe].map((word) => ['call-me', word] as const),
  ...[page.answerAnotherTime.pattern, ...replyWords.anotherTime].map((word) => ['another-time', word] as const),
  ...[page.answerAnotherInterpreter.pattern, ...replyWords.anotherInterpreter].map((word) => ['another-interpreter', word] as const),
  ...[page.answerWrongLanguage.pattern, ...replyWords.wrongLanguage].map((word) => ['wrong-language', word] as const),
  ...replyWords.help.map((word) => ['help', word] as const),
  ...replyWords.stop.map((word) => ['stop', word] as const),
]);

describe('every word of every language', () => {
  it.each(said)('%s: %j', (meaning, word) => {
    expect(readReply(word)).toBe(meaning);
    expect(readReply(`\u200f ${word.toUpperCase()}! \n`)).toBe(meaning);
    expect(readReply(`${word}?`)).toBeNull();
  });

  it('is there for every meaning in every language', () => {
    for (const { language, replyWords } of allCatalogs)
      for (const [meaning, words] of Object.entries(replyWords)) expect({ language, meaning, words: words.length }).not.toMatchObject({ words: 0 });
  });
});

describe('the carriers’ own words', () => {
  it.each(Object.entries(carrierWords).flatMap(([meaning, words]) => words.map((word) => [meaning, word])))('%s: %j', (meaning, word) => {
    expect(readReply(word)).toBe(meaning);
    expect(readReply(`${word.toUpperCase()}.`)).toBe(meaning);
  });

  it.each(['STOP PLEASE', 'please cancel my appointment', 'start again', 'more info'])('%j is more than one of them, so a person reads it', (text) => {
    expect(readReply(text)).toBeNull();
  });
});

it('gives no reply two meanings in two languages', () => {
  const meanings = new Map<string, Set<string>>();
  for (const [reply, meaning] of knownReplies) meanings.set(reply, (meanings.get(reply) ?? new Set()).add(meaning));
  expect([...meanings].filter(([, all]) => all.size > 1)).toEqual([]);
});
