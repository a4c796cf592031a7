import { instantOf, plusMinutes } from '@dragoman/kernel';
import fc from 'fast-check';
import { closesAt, type ContactWindow, firstAllowed, isSafeAt, mayWriteAt } from './contact-window.policy';

const at = (local: string): Date => instantOf(local, 'Europe/London', { gap: 'forward', fold: 'earlier' });
const window = (
  safe: ContactWindow['safe'],
  quiet = { from: '20:00', to: '08:00' },
  avoided?: ContactWindow['avoided'],
): ContactWindow => ({ zone: 'Europe/London', safe, quiet, avoided });

describe('a contact window', () => {
  it('is open only while it is safe and not quiet', () => {
    const open = window({ from: '07:00', to: '09:00' });
    expect(['07:59', '08:00', '08:59', '09:00'].map((time) => mayWriteAt(at(`2026-11-24T${time}`), open))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('is safe in quiet hours, for staff who may overrule those', () => {
    const open = window({ from: '07:00', to: '23:00' });
    expect([mayWriteAt(at('2026-11-24T21:00'), open), isSafeAt(at('2026-11-24T21:00'), open)]).toEqual([false, true]);
    expect(isSafeAt(at('2026-11-24T06:59'), open)).toBe(false);
  });

  it('is closed on days to avoid, also for staff who may overrule quiet hours, and over midnight', () => {
    const fridays = window({ from: '22:00', to: '02:00' }, { from: '00:00', to: '00:00' }, { weekdays: [5], spans: [] });
    expect(['2026-11-26T23:59', '2026-11-27T00:00', '2026-11-27T23:59', '2026-11-28T00:00'].map((time) => isSafeAt(at(time), fridays))).toEqual([
      true, false, false, true,
    ]);
    const away = window(null, undefined, { weekdays: [], spans: [{ from: '2026-12-01', to: '2026-12-09' }] });
    expect(firstAllowed(at('2026-12-01T12:00'), at('2026-12-30T12:00'), away)).toEqual(at('2026-12-10T08:00'));
    expect(firstAllowed(at('2026-12-01T12:00'), at('2026-12-09T23:00'), away)).toBeNull();
  });

  it('closes when it becomes quiet or unsafe, on the patient’s clock, and never later than asked', () => {
    const evening = window({ from: '09:00', to: '18:40' });
    expect(closesAt(at('2026-11-24T16:50'), at('2026-11-25T08:00'), window(null))).toEqual(at('2026-11-24T20:00'));
    expect(closesAt(at('2026-11-24T16:50'), at('2026-11-25T08:00'), evening)).toEqual(at('2026-11-24T18:40'));
    expect(closesAt(at('2026-11-24T16:50'), at('2026-11-24T17:05'), evening)).toEqual(at('2026-11-24T17:05'));
    expect(closesAt(at('2026-11-24T16:50'), at('2026-11-25T08:00'), { ...evening, zone: 'America/New_York' })).toEqual(at('2026-11-24T23:40'));
  });

  it('that is never open has no first moment', () => {
    expect(firstAllowed(at('2026-11-24T12:00'), at('2026-12-24T12:00'), window({ from: '21:00', to: '22:00' }))).toBeNull();
  });
});

const quarterHour = fc
  .integer({ min: 0, max: 95 })
  .map((q) => `${String(Math.floor(q / 4)).padStart(2, '0')}:${String((q % 4) * 15).padStart(2, '0')}`);
const hours = fc.record({ from: quarterHour, to: quarterHour });
const nearClockChange = fc
  .tuple(fc.constantFrom('2026-03-28T12:00', '2026-10-24T12:00', '2026-06-10T12:00'), fc.integer({ min: 0, max: 1440 }))
  .map(([noon, minutes]) => plusMinutes(at(noon), minutes));

const MINUTES = 80 * 60;
/** Days around the clock changes, so that they are often hit. */
const avoided = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
  spans: fc.array(
    fc
      .tuple(fc.constantFrom('2026-03-2', '2026-10-2'), fc.integer({ min: 4, max: 9 }), fc.integer({ min: 0, max: 3 }))
      .map(([start, from, more]) => ({ from: `${start}${from}`, to: `${start}${Math.min(9, from + more)}` })),
    { maxLength: 2 },
  ),
});

it('opens at the very first minute that is allowed, as counted minute by minute, also over a clock change', () => {
  fc.assert(
    fc.property(nearClockChange, fc.option(hours), hours, avoided, (from, safe, quiet, days) => {
      const open = window(safe, quiet, days);
      const end = plusMinutes(from, MINUTES);
      let counted: Date | null = null;
      for (let minutes = 0; minutes < MINUTES && !counted; minutes++) {
        const instant = plusMinutes(from, minutes);
        if (mayWriteAt(instant, open)) counted = instant;
      }
      const found = firstAllowed(from, end, open);
      // The hour that comes twice in autumn is used the first time only.
      const late = found !== null && counted !== null && found > counted;
      expect(late ? 'late' : found).toEqual(late && from >= at('2026-10-25T00:59') && from <= at('2026-10-25T02:00') ? 'late' : counted);
    }),
    { numRuns: 120 },
  );
});
