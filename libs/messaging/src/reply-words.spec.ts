import { knownReplies, readReply } from './reply-words';

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
    ['Ні', 'cannot-come'],
    ['اتصلوا بي', 'call-me'],
    ['ደውሉለይ', 'call-me'],
    ['به من زنگ بزنید', 'call-me'],
    ['i soo wac', 'call-me'],
    ['تەلەفۆنم بۆ بکەن', 'call-me'],
    ['зателефонуйте мені', 'call-me'],
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
    'No problem',
  ])('%j leaves doubt, so a person reads it', (text) => {
    expect(readReply(text)).toBeNull();
  });
});

describe('a wish to get no more messages', () => {
  it.each(['STOP', 'Stop.', 'StopAll', 'UNSUBSCRIBE', 'cancel', 'END', 'quit', 'توقف', 'ደው ኣብሉ', 'jooji', 'стоп'])(
    '%j is taken as one',
    (text) => {
      expect(readReply(text)).toBe('stop');
    },
  );
});

it('gives no reply two meanings in two languages', () => {
  const meanings = new Map<string, Set<string>>();
  for (const [reply, meaning] of knownReplies) meanings.set(reply, (meanings.get(reply) ?? new Set()).add(meaning));
  expect([...meanings].filter(([, all]) => all.size > 1)).toEqual([]);
});
