import { addDays, howFar, nearDay, shortDay, spanOf, timeAfter, wallOf, zoneNote } from './wall';

describe('wall clocks in the console', () => {
  it('shows a zone’s own day and time, whatever zone the browser is in', () => {
    expect(wallOf('2026-12-03T23:30:00Z', 'Africa/Khartoum')).toEqual({ date: '2026-12-04', time: '01:30' });
    expect(wallOf('2026-07-01T23:30:00+01:00', 'Europe/London')).toEqual({ date: '2026-07-01', time: '23:30' });
  });

  it('writes midnight as 00:00', () => {
    expect(wallOf('2026-12-03T00:00:00Z', 'Europe/London').time).toBe('00:00');
  });

  it('counts days on the calendar, over a clock change and a year’s end', () => {
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('says days as a receptionist would', () => {
    expect(nearDay('2026-11-25', '2026-11-24')).toBe('tomorrow');
    expect(nearDay('2026-12-03', '2026-11-24')).toBe('Thu 3 Dec');
    expect(shortDay('2027-01-04', '2026-11-24')).toBe('Mon 4 Jan 2027');
    expect(howFar('2026-11-26', '2026-11-24')).toBe('in 2 days');
  });

  it('says spans of time in at most two units', () => {
    expect(spanOf(33 * 60_000)).toBe('33 min');
    expect(spanOf((25 * 60 + 33) * 60_000)).toBe('25 h 33 min');
    expect(spanOf(72 * 3_600_000)).toBe('3 days');
  });

  it('finds the end of an appointment', () => {
    expect(timeAfter('14:30', 40)).toBe('15:10');
    expect(timeAfter('23:50', 20)).toBe('00:10');
  });

  it('names a zone only when it is another one', () => {
    expect(zoneNote('Europe/Lisbon', 'Europe/London')).toBe('Lisbon time');
    expect(zoneNote('Europe/London', 'Europe/London')).toBe('');
  });
});
