import fc from 'fast-check';
import { instantOf, plusMinutes, wallClock } from '@dragoman/kernel';
import type { ExceptionFacts } from '@dragoman/interpreters';
import { isAvailable as isFreeIn, workingHours, type WorkingHours } from './availability';

const london = 'Europe/London';
const at = (local: string, zone = london, fold: 'earlier' | 'later' = 'earlier'): Date =>
  instantOf(local, zone, { gap: 'refuse', fold });
const lasting = (start: Date, minutes: number) => ({ start, end: plusMinutes(start, minutes) });
const hours = (weekday: number, from: string, to: string): WorkingHours => {
  const minute = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return { weekday, fromMinute: minute(from), toMinute: minute(to) };
};
const isAvailable = (week: readonly WorkingHours[], zone: string, interval: { start: Date; end: Date }, exceptions: ExceptionFacts[] = []) =>
  isFreeIn({ hours: [...week], zone, exceptions }, interval);
const [thursday, saturday, sunday] = [4, 6, 7];

describe('weekly hours', () => {
  const nineToFive = [hours(thursday, '09:00', '17:00')];

  it.each([
    ['2026-12-03T09:00', 60, true],
    ['2026-12-03T16:20', 40, true],
    ['2026-12-03T16:30', 40, false],
    ['2026-12-03T08:59', 40, false],
    ['2026-12-04T10:00', 40, false],
  ])('from 09:00 to 17:00 on Thursdays: %s for %i minutes is %s', (local, minutes, expected) => {
    expect(isAvailable(nineToFive, london, lasting(at(local), minutes))).toBe(expected);
  });

  it('that touch are one stretch, and those with a break between are not', () => {
    const job = lasting(at('2026-12-03T11:30'), 60);
    expect(isAvailable([hours(thursday, '09:00', '12:00'), hours(thursday, '12:00', '17:00')], london, job)).toBe(true);
    expect(isAvailable([hours(thursday, '09:00', '12:00'), hours(thursday, '12:30', '17:00')], london, job)).toBe(false);
  });

  it('are read on the interpreter’s own clock', () => {
    const job = lasting(at('2026-12-03T09:00'), 40);
    expect(isAvailable([hours(thursday, '11:00', '12:00')], 'Europe/Kyiv', job)).toBe(true);
    expect(isAvailable([hours(thursday, '09:00', '10:00')], 'Europe/Kyiv', job)).toBe(false);
  });

  it('may run past midnight, also from Sunday into Monday', () => {
    const night = lasting(at('2026-12-06T23:30'), 60);
    expect(isAvailable([{ weekday: sunday, fromMinute: 22 * 60, toMinute: 30 * 60 }], london, night)).toBe(true);
    expect(isAvailable([hours(sunday, '22:00', '24:00')], london, night)).toBe(false);
    expect(isAvailable([hours(sunday, '22:00', '24:00'), hours(1, '00:00', '06:00')], london, night)).toBe(true);
  });

  it('that were never given mean never', () => {
    expect(isAvailable([], london, lasting(at('2026-12-03T09:00'), 5))).toBe(false);
  });
});

describe('on the night the clocks go forward, 29 March 2026', () => {
  const start = at('2026-03-29T00:30');

  it('an hour from 00:30 ends at 02:30 on the wall, and needs hours there', () => {
    expect(wallClock(plusMinutes(start, 60), london).time).toBe('02:30');
    expect(isAvailable([hours(sunday, '00:00', '02:00')], london, lasting(start, 60))).toBe(false);
    expect(isAvailable([hours(sunday, '00:00', '02:30')], london, lasting(start, 60))).toBe(true);
  });

  it('an hour that does not exist needs no hours', () => {
    const either = [hours(sunday, '00:00', '01:00'), hours(sunday, '02:00', '03:00')];
    expect(isAvailable(either, london, lasting(start, 90))).toBe(true);
  });
});

describe('on the night the clocks go back, 25 October 2026', () => {
  const first = at('2026-10-25T01:00', london, 'earlier');

  it('01:00 to 02:00 means both of them', () => {
    expect(isAvailable([hours(sunday, '01:00', '02:00')], london, lasting(first, 120))).toBe(true);
    expect(isAvailable([hours(sunday, '01:00', '02:00')], london, lasting(first, 121))).toBe(false);
  });

  it('hours that end at 01:30 do not come back after it for one long job', () => {
    expect(isAvailable([hours(sunday, '00:00', '01:30')], london, lasting(first, 90))).toBe(false);
    expect(isAvailable([hours(sunday, '00:00', '01:30')], london, lasting(plusMinutes(first, 60), 30))).toBe(true);
  });

  it('Saturday night still runs into Sunday', () => {
    const night = [{ weekday: saturday, fromMinute: 20 * 60, toMinute: 32 * 60 }];
    expect(isAvailable(night, london, lasting(at('2026-10-24T22:00'), 600))).toBe(true);
  });
});

describe('availability', () => {
  const anyHours = fc
    .record({ weekday: fc.integer({ min: 1, max: 7 }), fromMinute: fc.integer({ min: 0, max: 1439 }), length: fc.integer({ min: 1, max: 1440 }) })
    .map(({ weekday, fromMinute, length }) => ({ weekday, fromMinute, toMinute: fromMinute + length }));
  const anyZone = fc.constantFrom(london, 'Africa/Khartoum', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns', 'Africa/Casablanca');
  // Around clock changes of several of these zones, and any other time.
  const anyStart = fc.oneof(
    fc.constantFrom('2026-03-28T20:00Z', '2026-10-24T22:00Z', '2026-04-04T12:00Z', '2026-02-14T20:00Z', '2026-11-01T00:00Z').chain((near) =>
      fc.integer({ min: 0, max: 600 }).map((minutes) => plusMinutes(new Date(near), minutes)),
    ),
    fc.integer({ min: 0, max: 525_600 }).map((minutes) => plusMinutes(new Date('2026-01-01T00:00Z'), minutes)),
  );

  it('is what a watch shows, minute by minute', () => {
    const worksAt = (week: readonly WorkingHours[], instant: Date, zone: string): boolean => {
      const { weekday, minuteOfDay } = wallClock(instant, zone);
      const yesterday = weekday === 1 ? 7 : weekday - 1;
      return week.some(
        (entry) =>
          (entry.weekday === weekday && entry.fromMinute <= minuteOfDay && minuteOfDay < entry.toMinute) ||
          (entry.weekday === yesterday && minuteOfDay + 1440 < entry.toMinute),
      );
    };
    let yes = 0;
    fc.assert(
      fc.property(fc.array(anyHours, { maxLength: 9 }), anyZone, anyStart, fc.integer({ min: 1, max: 300 }), (week, zone, start, minutes) => {
        const watched = Array.from({ length: minutes }, (_, minute) => plusMinutes(start, minute));
        const expected = watched.every((instant) => worksAt(week, instant, zone));
        if (expected) yes++;
        expect(isAvailable(week, zone, lasting(start, minutes))).toBe(expected);
      }),
      { numRuns: 400 },
    );
    expect(yes).toBeGreaterThan(40);
  });
});

describe('the hours that a board draws', () => {
  const zones = ['Europe/London', 'America/Vancouver', 'Asia/Kathmandu'];
  const spanning = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), fromMinute: fc.integer({ min: 0, max: 1439 }), length: fc.integer({ min: 1, max: 1440 }) });
  const dated = fc.record({
    kind: fc.constantFrom('away' as const, 'extra' as const), day: fc.integer({ min: 24, max: 26 }), fromMinute: fc.integer({ min: 0, max: 1200 }), length: fc.integer({ min: 1, max: 1000 }),
  });

  it('are those in which every rule of the calendar says yes, minute by minute, also on the night the clocks go back', () => {
    fc.assert(
      fc.property(fc.array(spanning, { maxLength: 4 }), fc.array(dated, { maxLength: 3 }), fc.constantFrom(...zones), (week, some, zone) => {
        const calendar = {
          zone,
          hours: week.map(({ weekday, fromMinute, length }) => ({ weekday, fromMinute, toMinute: fromMinute + length })),
          exceptions: some.map(({ kind, day, fromMinute, length }): ExceptionFacts => {
            const date = `2026-10-${day}`;
            return { kind, fromDate: date, toDate: date, fromMinute, toMinute: fromMinute + length };
          }),
        };
        const window = { start: at('2026-10-24T12:00'), end: at('2026-10-26T00:00') };
        const drawn = workingHours(calendar, window);
        const minutes = Array.from({ length: 36 * 6 }, (_, n) => lasting(plusMinutes(window.start, n * 10 + 3), 1));
        const wrong = minutes.filter((one) => drawn.some(({ start, end }) => start <= one.start && one.end <= end) !== isFreeIn(calendar, one));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('leave out an absence in their midst', () => {
    const lunch: ExceptionFacts = { kind: 'away', fromDate: '2026-12-03', toDate: '2026-12-03', fromMinute: 720, toMinute: 780 };
    const day = { start: at('2026-12-03T00:00'), end: at('2026-12-04T00:00') };
    expect(workingHours({ hours: [hours(thursday, '09:00', '17:00')], zone: london, exceptions: [lunch] }, day)).toEqual([
      { start: at('2026-12-03T09:00'), end: at('2026-12-03T12:00') },
      { start: at('2026-12-03T13:00'), end: at('2026-12-03T17:00') },
    ]);
  });
});
