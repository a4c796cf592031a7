import { instantOf } from '@dragoman/kernel';

/**
 * Reads a date and a time back from a text, as somebody does who knows the language and not our program: it shares no table with
 * the catalogs. Weekdays and English months are ICU's, the words for parts of the day were written down a second time, and which
 * number is the month is never assumed: the text has to say so.
 */
export interface ReadTime {
  /** `YYYY-MM-DDTHH:mm` on the clock of the place. */
  local: string;
}

/** From the first hour to the last of each word. */
const partsOfDay: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
  ar: { 'بعد منتصف الليل': [0, 5], صباحًا: [6, 11], ظهرًا: [12, 12], 'بعد الظهر': [13, 16], مساءً: [17, 20], ليلًا: [21, 23] },
  ti: { 'ድሕሪ ፍርቂ ለይቲ': [0, 5], ንግሆ: [6, 11], 'ፍርቂ መዓልቲ': [12, 12], 'ድሕሪ ቀትሪ': [13, 16], ምሸት: [17, 20], ለይቲ: [21, 23] },
  prs: { 'بعد از نیمه‌شب': [0, 5], صبح: [6, 11], چاشت: [12, 12], 'بعد از چاشت': [13, 16], شام: [17, 20], شب: [21, 23] },
  fa: { بامداد: [0, 5], صبح: [6, 11], ظهر: [12, 12], 'بعد از ظهر': [13, 16], عصر: [17, 20], شب: [21, 23] },
  so: { 'saqda dhexe kaddib': [0, 5], subaxnimo: [6, 11], duhurnimo: [12, 12], galabnimo: [13, 16], fiidnimo: [17, 20], habeennimo: [21, 23] },
  ckb: { 'دوای نیوەشەو': [0, 5], بەیانی: [6, 11], نیوەڕۆ: [12, 12], 'دوای نیوەڕۆ': [13, 16], ئێوارە: [17, 20], شەو: [21, 23] },
  uk: { 'після півночі': [0, 5], вранці: [6, 11], опівдні: [12, 12], удень: [13, 16], увечері: [17, 20], вночі: [21, 23] },
  ur: { 'آدھی رات کے بعد': [0, 5], صبح: [6, 11], دوپہر: [12, 12], 'سہ پہر': [13, 16], شام: [17, 20], رات: [21, 23] },
  bn: { 'মধ্যরাতের পরে': [0, 5], সকাল: [6, 11], দুপুর: [12, 12], 'দুপুরের পরে': [13, 16], সন্ধ্যা: [17, 20], রাত: [21, 23] },
  ru: { 'после полуночи': [0, 5], утром: [6, 11], 'в полдень': [12, 12], днём: [13, 16], вечером: [17, 20], ночью: [21, 23] },
  es: { 'de la madrugada': [0, 5], 'de la mañana': [6, 11], 'del mediodía': [12, 12], 'de la tarde': [13, 16], 'al final de la tarde': [17, 20], 'de la noche': [21, 23] },
  fr: { 'après minuit': [0, 5], matin: [6, 11], midi: [12, 12], 'après-midi': [13, 16], soir: [17, 20], nuit: [21, 23] },
  tr: { 'gece yarısından sonra': [0, 5], sabah: [6, 11], öğle: [12, 12], 'öğleden sonra': [13, 16], akşam: [17, 20], gece: [21, 23] },
  'zh-Hans': { 凌晨: [0, 5], 上午: [6, 11], 中午: [12, 12], 下午: [13, 16], 傍晚: [17, 20], 晚上: [21, 23] },
  'zh-Hant': { 凌晨: [0, 5], 上午: [6, 11], 中午: [12, 12], 下午: [13, 16], 傍晚: [17, 20], 晚上: [21, 23] },
  ro: { 'după miezul nopții': [0, 5], dimineața: [6, 11], 'la prânz': [12, 12], 'după-amiaza': [13, 16], seara: [17, 20], noaptea: [21, 23] },
  sw: { 'usiku wa manane': [0, 5], asubuhi: [6, 11], adhuhuri: [12, 12], mchana: [13, 16], jioni: [17, 20], usiku: [21, 23] },
  sq: { 'pas mesnate': [0, 5], 'në mëngjes': [6, 11], 'në mesditë': [12, 12], pasdite: [13, 16], 'në mbrëmje': [17, 20], natën: [21, 23] },
  am: { 'ከእኩለ ሌሊት በኋላ': [0, 5], ጠዋት: [6, 11], 'እኩለ ቀን': [12, 12], 'ከሰዓት በኋላ': [13, 16], ምሽት: [17, 20], ማታ: [21, 23] },
  my: { သန်းခေါင်ကျော်: [0, 5], နံနက်: [6, 11], နေ့လယ်: [12, 12], မွန်းလွဲ: [13, 16], ညနေ: [17, 20], ည: [21, 23] },
  kmr: { 'piştî nîvê şevê': [0, 5], 'danê sibehê': [6, 11], nîvro: [12, 12], 'piştî nîvro': [13, 16], êvarê: [17, 20], 'bi şev': [21, 23] },
  bs: { 'poslije ponoći': [0, 5], ujutro: [6, 11], 'u podne': [12, 12], poslijepodne: [13, 16], navečer: [17, 20], noću: [21, 23] },
  hr: { 'poslije ponoći': [0, 5], ujutro: [6, 11], 'u podne': [12, 12], poslijepodne: [13, 16], navečer: [17, 20], noću: [21, 23] },
  'sr-Latn': { 'posle ponoći': [0, 5], ujutru: [6, 11], 'u podne': [12, 12], 'posle podne': [13, 16], uveče: [17, 20], noću: [21, 23] },
  vi: { 'sau nửa đêm': [0, 5], 'buổi sáng': [6, 11], 'buổi trưa': [12, 12], 'buổi chiều': [13, 16], 'chiều tối': [17, 20], 'ban đêm': [21, 23] },
  ne: { मध्यरातपछि: [0, 5], बिहान: [6, 11], मध्याह्न: [12, 12], दिउँसो: [13, 16], साँझ: [17, 20], राति: [21, 23] },
  ta: { 'நள்ளிரவுக்குப் பின்': [0, 5], காலை: [6, 11], நண்பகல்: [12, 12], பிற்பகல்: [13, 16], மாலை: [17, 20], இரவு: [21, 23] },
  en: { 'after midnight': [0, 5], morning: [6, 11], midday: [12, 12], afternoon: [13, 16], evening: [17, 20], night: [21, 23] },
};

const MONDAY = Date.UTC(2026, 2, 16);
const DAY = 86_400_000;

// CLDR writes Friday in Sorani with U+06BE, the orthography with U+0647.
const oneH = (text: string): string => text.replaceAll('\u06be', '\u0647');

const weekdaysOf = (language: string): string[] => {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC', calendar: 'gregory' });
  return Array.from({ length: 7 }, (_, day) => oneH(format.format(MONDAY + day * DAY)));
};

const englishMonths = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 15)),
);

const plain = (text: string): string => oneH(text).replace(/[\u2066-\u2069\u200e\u200f]/g, '').replaceAll('\u00a0', ' ');

/** Day and month of a numeric date, by what the text itself says. @throws Error where it leaves the choice to the reader. */
const dayAndMonth = (numbers: readonly number[]): [number, number] => {
  const [first = 0, second = 0, , named] = numbers;
  if (named !== undefined) {
    if (named !== first && named !== second) throw new Error(`month ${named} is none of ${first} and ${second}`);
    return named === second ? [first, second] : [second, first];
  }
  if (first > 12) return [first, second];
  if (second > 12) return [second, first];
  if (first !== second) throw new Error(`${first} and ${second}: either may be the month`);
  return [first, second];
};

const dateIn = (text: string): string => {
  const english = /(\d+) ([A-Z][a-z]+) (\d{4})/.exec(text);
  if (english && englishMonths.includes(english[2] ?? '')) {
    return `${english[3]}-${String(englishMonths.indexOf(english[2] ?? '') + 1).padStart(2, '0')}-${String(english[1]).padStart(2, '0')}`;
  }
  const worded = /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(text) ?? /(\d{4}) ခုနှစ်၊ (\d{1,2}) လပိုင်း၊ (\d{1,2}) ရက်/.exec(text);
  const vietnamese = /ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})/.exec(text);
  if (vietnamese) return vietnamese.slice(1).reverse().map((digits) => digits.padStart(2, '0')).join('-');
  if (worded) return [worded[1], ...worded.slice(2).map((digits) => digits.padStart(2, '0'))].join('-');
  const numbers = [...text.replace(/\d{1,2}:\d{2}/, '').matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const [day, month] = dayAndMonth(numbers);
  return `${numbers[2]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/** The longest word that stands there, for one may begin with another. */
const longestOf = (words: readonly string[], text: string): string | undefined =>
  words.filter((word) => text.includes(oneH(word))).sort((a, b) => b.length - a.length)[0];

/** @throws Error naming what does not fit together: the weekday and the date, the hour and its word. */
export const readWhen = (language: string, said: string): ReadTime => {
  const text = plain(said);
  const [, hour = '', minute = ''] = /(\d{2}):(\d{2})/.exec(text) ?? [];
  const date = dateIn(text);
  const weekday = weekdaysOf(language)[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7] ?? '';
  if (!text.includes(weekday)) throw new Error(`${date} is a ${weekday}, which “${text}” does not say`);
  const parts = partsOfDay[language] ?? {};
  const part = longestOf(Object.keys(parts), text);
  const [from, to] = (part !== undefined && parts[part]) || [24, 0];
  if (Number(hour) < from || Number(hour) > to) throw new Error(`${hour} o’clock is not ${part}`);
  return { local: `${date}T${hour}:${minute}` };
};

/** The instants that this may be: two where clocks are put back. */
export const instantsOf = ({ local }: ReadTime, zone: string): number[] => [
  ...new Set((['earlier', 'later'] as const).map((fold) => instantOf(local, zone, { gap: 'refuse', fold }).getTime())),
];
