import { addDays, instantOf } from '@dragoman/kernel';
import type { PatientLanguage } from './catalogs/catalog';
import { allCatalogs } from './catalogs/catalogs';
import { dawnTime, partOfDayAt, whenWords } from './dates';
import { plainText } from './text';

const zone = 'Europe/London';
const at = (local: string) => ({ startsAt: instantOf(local, zone, { gap: 'refuse', fold: 'earlier' }), zone });
const dateIn = (language: PatientLanguage, local: string) => plainText(whenWords(language, at(local)).date, 'ltr');
const phraseIn = (language: PatientLanguage, local: string) => plainText(whenWords(language, at(local)).phrase, 'ltr');

describe('a date in words', () => {
  it.each([
    ['ar', 'الخميس 17/12/2026، الساعة\u00a014:30 بعد الظهر'],
    ['ti', 'ሓሙስ 17/12/2026 (ፈረንጂ)፣ ሰዓት\u00a014:30 ድሕሪ ቀትሪ'],
    ['prs', 'پنجشنبه 17/12/2026 میلادی، ساعت\u00a014:30 بعد از چاشت'],
    ['fa', 'پنجشنبه 17/12/2026 میلادی، ساعت\u00a014:30 بعد از ظهر'],
    ['so', 'Khamiis 17/12/2026, saacadda\u00a014:30 galabnimo'],
    ['ckb', 'پێنجشەممە 17/12/2026 زایینی، کاتژمێر\u00a014:30 دوای نیوەڕۆ'],
    ['uk', 'четвер, 17.12.2026,\u00a014:30 удень'],
    ['ur', 'جمعرات 17/12/2026، وقت\u00a014:30 سہ پہر'],
    ['bn', 'বৃহস্পতিবার 17/12/2026 (ইংরেজি), সময়\u00a014:30 (দুপুরের পরে)'],
    ['ru', 'четверг, 17.12.2026,\u00a014:30 днём'],
    ['es', 'jueves 17/12/2026,\u00a014:30 de la tarde'],
    ['fr', 'jeudi 17/12/2026,\u00a014:30 (après-midi)'],
    ['tr', '17.12.2026 Perşembe, saat\u00a014:30 (öğleden sonra)'],
    ['zh-Hans', '2026年12月17日（星期四）下午\u00a014:30'],
    ['zh-Hant', '2026年12月17日（星期四）下午\u00a014:30'],
    ['ro', 'joi, 17.12.2026, ora\u00a014:30 după-amiaza'],
    ['sw', 'Alhamisi 17/12/2026,\u00a014:30 mchana'],
    ['sq', 'e enjte, 17.12.2026, ora\u00a014:30 pasdite'],
    ['am', 'ሐሙስ 17/12/2026 (በፈረንጆች)፣\u00a014:30 ከሰዓት በኋላ'],
    ['my', '2026\u00a0ခုနှစ်၊ 12\u00a0လပိုင်း၊ 17\u00a0ရက်၊ ကြာသပတေးနေ့၊ မွန်းလွဲ\u00a014:30 နာရီ'],
    ['kmr', 'pêncşem, 17.12.2026, saet\u00a014:30 piştî nîvro'],
    ['bs', 'četvrtak, 17.12.2026.,\u00a014:30 poslijepodne'],
    ['hr', 'četvrtak, 17.12.2026.,\u00a014:30 poslijepodne'],
    ['sr-Latn', 'četvrtak, 17.12.2026.,\u00a014:30 posle podne'],
    ['vi', 'Thứ Năm, ngày\u00a017 tháng\u00a012 năm\u00a02026, lúc\u00a014:30 (buổi chiều)'],
    ['ne', 'बिहिबार 17/12/2026 (ई.सं.), दिउँसो\u00a014:30 बजे'],
    ['ta', 'வியாழன் 17/12/2026, பிற்பகல்\u00a014:30 மணி'],
    ['en', 'Thursday 17 December 2026,\u00a014:30 (afternoon)'],
  ] as const)('is said in %s with weekday, date, time and part of the day', (language, phrase) => {
    expect(phraseIn(language, '2026-12-17T14:30')).toBe(phrase);
  });

  it.each([
    ['ar', 'الخميس 3/12/2026 (شهر\u00a012)'],
    ['ti', 'ሓሙስ 3/12/2026 (ፈረንጂ፣ ወርሒ\u00a012)'],
    ['prs', 'پنجشنبه 3/12/2026 میلادی (ماه\u00a012)'],
    ['fa', 'پنجشنبه 3/12/2026 میلادی (ماه\u00a012)'],
    ['so', 'Khamiis 3/12/2026 (bisha\u00a012)'],
    ['ckb', 'پێنجشەممە 3/12/2026 زایینی (مانگی\u00a012)'],
    ['uk', 'четвер, 03.12.2026 (12-й\u00a0місяць)'],
    ['ur', 'جمعرات 3/12/2026 (مہینہ\u00a012)'],
    ['bn', 'বৃহস্পতিবার 3/12/2026 (ইংরেজি মাস\u00a012)'],
    ['ru', 'четверг, 03.12.2026 (12-й\u00a0месяц)'],
    ['es', 'jueves 3/12/2026 (mes\u00a012)'],
    ['fr', 'jeudi 03/12/2026 (mois\u00a012)'],
    ['tr', '03.12.2026 Perşembe (12.\u00a0ay)'],
    ['zh-Hans', '2026年12月3日（星期四）'],
    ['zh-Hant', '2026年12月3日（星期四）'],
    ['ro', 'joi, 03.12.2026 (luna\u00a012)'],
    ['sw', 'Alhamisi 3/12/2026 (mwezi wa\u00a012)'],
    ['sq', 'e enjte, 3.12.2026 (muaji\u00a012)'],
    ['am', 'ሐሙስ 3/12/2026 (በፈረንጆች፣ ወር\u00a012)'],
    ['my', '2026\u00a0ခုနှစ်၊ 12\u00a0လပိုင်း၊ 3\u00a0ရက်၊ ကြာသပတေးနေ့'],
    ['kmr', 'pêncşem, 03.12.2026 (meha\u00a012)'],
    ['bs', 'četvrtak, 3.12.2026. (12.\u00a0mjesec)'],
    ['hr', 'četvrtak, 3.12.2026. (12.\u00a0mjesec)'],
    ['sr-Latn', 'četvrtak, 3.12.2026. (12.\u00a0mesec)'],
    ['vi', 'Thứ Năm, ngày\u00a03 tháng\u00a012 năm\u00a02026'],
    ['ne', 'बिहिबार 3/12/2026 (ई.सं., महिना\u00a012)'],
    ['ta', 'வியாழன் 3/12/2026 (மாதம்\u00a012)'],
    ['en', 'Thursday 3 December 2026'],
  ] as const)('says in %s which number is the month, because 3 December and 12 March 2026 are both Thursdays', (language, date) => {
    expect(dateIn(language, '2026-12-03T14:30')).toBe(date);
    expect(dateIn(language, '2026-03-12T14:30')).not.toBe(date);
  });

  it('does not ask which is which on 5 May', () => {
    expect(dateIn('ar', '2026-05-05T10:00')).toBe('الثلاثاء 5/5/2026');
  });

  it('can be read back, day and month, by somebody who only knows the rule', () => {
    const numeric = allCatalogs.filter(({ calendar }) => calendar.style.kind === 'numeric');
    const worded = allCatalogs.filter(({ calendar }) => calendar.style.kind !== 'numeric').map(({ language }) => language);
    expect(worded).toEqual(['zh-Hans', 'zh-Hant', 'my', 'vi', 'en']);
    const days = Array.from({ length: 1096 }, (_, day) => addDays('2026-01-01', day));
    for (const { language } of numeric) {
      for (const day of days) {
        const said = dateIn(language, `${day}T10:00`);
        const [first = '', second = '', year = '', named = second] = said.match(/\d+/g) ?? [];
        expect(Number(named)).toBe(Number(second));
        expect(Number(first) > 12 || first === second || (said.match(/\d+/g) ?? []).length === 4).toBe(true);
        expect(`${year}-${second.padStart(2, '0')}-${first.padStart(2, '0')}`).toBe(day);
      }
    }
  });

  it('is the date where people meet, not where the server stands', () => {
    const lateInLondon = new Date('2026-12-17T23:30:00Z');
    expect(plainText(whenWords('ar', { startsAt: lateInLondon, zone: 'Europe/Kyiv' }).date, 'ltr')).toBe('الجمعة 18/12/2026');
    expect(whenWords('ar', { startsAt: lateInLondon, zone: 'Europe/Kyiv' }).time).toBe('01:30');
  });

  it('follows the clock change', () => {
    expect(whenWords('so', { startsAt: new Date('2026-07-01T08:00:00Z'), zone }).time).toBe('09:00');
  });

  it('is written in Western digits in every language', () => {
    for (const { language } of allCatalogs) {
      expect(phraseIn(language, '2026-12-17T14:30').match(/(?![0-9])\p{Nd}/u)).toBeNull();
    }
  });

  it('stays away rather than fall back to another language', () => {
    expect(() => whenWords('rhg', at('2026-12-17T14:30'))).toThrow('There are no texts in "rhg".');
    expect(() => whenWords('pes', at('2026-12-17T14:30'))).toThrow('There are no texts in "pes".');
  });

  it('is one figure and one time, each isolated, for a page to lay out', () => {
    const { phrase } = whenWords('ar', at('2026-12-17T14:30'));
    expect(phrase.filter(({ dir }) => dir === 'ltr').map(({ text }) => text)).toEqual(['17/12/2026', '14:30']);
  });
});

describe('the tables of weekdays', () => {
  const monday = Date.UTC(2026, 2, 16);
  const week = Array.from({ length: 7 }, (_, day) => new Date(monday + day * 86_400_000));
  // ckb: CLDR spells Friday with U+06BE, the orthography with U+0647.
  const oneH = (text: string) => text.replace(/\u06be/g, '\u0647');

  it.each(allCatalogs.map(({ language, calendar }) => [language, calendar.weekdays] as const))(
    'agree with ICU in %s, which is right about weekdays',
    (language, weekdays) => {
      const icu = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC', calendar: 'gregory' });
      expect(weekdays.map(oneH)).toEqual(week.map((day) => oneH(icu.format(day))));
    },
  );
});

describe('the part of the day', () => {
  it('has a word for every hour in every language', () => {
    for (const { calendar } of allCatalogs) {
      expect(new Set(Object.values(calendar.partsOfDay)).size).toBe(6);
      for (let hour = 0; hour < 24; hour += 1) expect(calendar.partsOfDay[partOfDayAt(hour * 60)]).toMatch(/\p{L}/u);
    }
  });

  it.each([
    ['00:00', 0, 'afterMidnight'],
    ['05:59', 359, 'afterMidnight'],
    ['06:00', 360, 'morning'],
    ['11:59', 719, 'morning'],
    ['12:00', 720, 'midday'],
    ['13:00', 780, 'afternoon'],
    ['17:00', 1020, 'evening'],
    ['21:00', 1260, 'night'],
    ['23:59', 1439, 'night'],
  ] as const)('at %s is right to the minute', (_, minute, part) => {
    expect(partOfDayAt(minute)).toBe(part);
  });

  it('tells a western hour from the same figure counted from dawn', () => {
    for (let figure = 1; figure <= 12; figure += 1) {
      const western = partOfDayAt(figure * 60);
      const fromDawn = [6, 18].map((start) => partOfDayAt(((figure + start) % 24) * 60));
      expect(fromDawn).not.toContain(western);
    }
  });
});

describe('the clock that counts from dawn', () => {
  it.each([
    ['02:00', 120, '8:00'],
    ['06:00', 360, '12:00'],
    ['08:00', 480, '2:00'],
    ['14:00', 840, '8:00'],
    ['14:30', 870, '8:30'],
    ['18:05', 1085, '12:05'],
    ['00:00', 0, '6:00'],
  ])('reads %s as everybody at home would', (_, minute, time) => {
    expect(dawnTime(minute)).toBe(time);
  });

  it.each([
    ['ti', 'ብናትና ኣቆጻጽራ፦\u00a08:30 ድሕሪ ቀትሪ'],
    ['am', 'በእኛ አቆጣጠር፦\u00a08:30 ከሰዓት በኋላ'],
    ['sw', 'Kwa saa zetu: saa\u00a08:30 mchana'],
  ] as const)('is added in %s for a reader who chose it', (language, dawn) => {
    const words = whenWords(language, { ...at('2026-12-17T14:30'), dawnClock: true });
    expect(plainText(words.dawn ?? [], 'ltr')).toBe(dawn);
  });

  it('is left out for who did not choose it, and where nobody counts so', () => {
    expect(whenWords('ti', at('2026-12-17T14:30')).dawn).toBeNull();
    expect(whenWords('ar', { ...at('2026-12-17T14:30'), dawnClock: true }).dawn).toBeNull();
  });
});
