import fc from 'fast-check';
import { instantsOf, readWhen } from '../../../tests/support/date-reader';
import { allCatalogs, catalogOf } from './catalogs/catalogs';
import { whenWords } from './dates';
import { plainText } from './text';

const zones = ['Europe/London', 'Europe/Berlin', 'America/Vancouver', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Africa/Casablanca', 'America/St_Johns'];

const said = (language: string, startsAt: Date, zone: string): string =>
  plainText(whenWords(language, { startsAt, zone }).phrase, catalogOf(language).dir);

const MINUTE = 60_000;
const minutesFrom = (from: string, to: string): fc.Arbitrary<number> =>
  fc.integer({ min: Date.parse(from) / MINUTE, max: Date.parse(to) / MINUTE }).map((minute) => minute * MINUTE);

/** Any minute of eight years, and more than their share: the first twelve days of a month, midnight, the nights of the clock changes. */
const instants = fc.oneof(
  minutesFrom('2024-01-01T00:00Z', '2031-12-31T23:59Z'),
  fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 1439 })).map(([month, day, minute]) => Date.UTC(2024, month, day) + minute * MINUTE),
  fc.tuple(fc.integer({ min: 0, max: 2900 }), fc.integer({ min: -90, max: 90 })).map(([day, minute]) => Date.UTC(2024, 0, 1 + day) + minute * MINUTE),
  minutesFrom('2026-03-29T00:00Z', '2026-03-29T03:00Z'),
  minutesFrom('2026-10-25T00:00Z', '2026-10-25T03:00Z'),
);

it.each(allCatalogs.map(({ language }) => language))('whoever reads %s comes at the minute that was meant, four hundred times', (language) => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
      const text = said(language, new Date(instant), zone);
      expect(instantsOf(readWhen(language, text), zone)).toContain(instant);
    }),
    { numRuns: 400 },
  );
});

describe('the reader', () => {
  it('does not guess which number is the month', () => {
    expect(() => readWhen('so', 'Khamiis 3/12/2026, saacadda 14:30 galabnimo')).toThrow('either may be the month');
    expect(readWhen('so', 'Khamiis 3/12/2026 (bisha 12), saacadda 14:30 galabnimo')).toEqual({ local: '2026-12-03T14:30' });
    expect(readWhen('so', 'Khamiis 12/3/2026 (bisha 3), saacadda 14:30 galabnimo')).toEqual({ local: '2026-03-12T14:30' });
  });

  it('notices a weekday and a part of the day that do not fit', () => {
    expect(() => readWhen('uk', 'четвер, 17.12.2026, 14:30 вночі')).toThrow('is not вночі');
    expect(() => readWhen('uk', 'середа, 17.12.2026, 14:30 удень')).toThrow('is a четвер');
  });
});

describe('the clock that counts from dawn, for whoever chose it', () => {
  it.each([
    ['ti', '02:00', 'ብናትና ኣቆጻጽራ፦\u00a08:00 ድሕሪ ፍርቂ ለይቲ'],
    ['ti', '08:00', 'ብናትና ኣቆጻጽራ፦\u00a02:00 ንግሆ'],
    ['ti', '14:00', 'ብናትና ኣቆጻጽራ፦\u00a08:00 ድሕሪ ቀትሪ'],
    ['am', '02:00', 'በእኛ አቆጣጠር፦\u00a08:00 ከእኩለ ሌሊት በኋላ'],
    ['am', '08:00', 'በእኛ አቆጣጠር፦\u00a02:00 ጠዋት'],
    ['am', '14:00', 'በእኛ አቆጣጠር፦\u00a08:00 ከሰዓት በኋላ'],
    ['sw', '02:00', 'Kwa saa zetu: saa\u00a08:00 usiku wa manane'],
    ['sw', '08:00', 'Kwa saa zetu: saa\u00a02:00 asubuhi'],
    ['sw', '14:00', 'Kwa saa zetu: saa\u00a08:00 mchana'],
  ])('says in %s %s, with the word that tells it from the other one', (language, time, dawn) => {
    const startsAt = new Date(`2026-12-17T${time}:00Z`);
    const words = whenWords(language, { startsAt, zone: 'Europe/London', dawnClock: true });
    expect(plainText(words.dawn ?? [], 'ltr')).toBe(dawn);
    expect(words.time).toBe(time);
  });
});
