import { addDays, dayInterval, instantOf, isZone, wallClock } from './zones';

const refuse = { gap: 'refuse', fold: 'refuse' } as const;

describe('wall-clock time', () => {
  it('means an instant only together with a zone', () => {
    expect(instantOf('2026-12-03T14:30', 'Europe/London', refuse).toISOString()).toBe('2026-12-03T14:30:00.000Z');
    expect(instantOf('2026-12-03T14:30', 'Africa/Khartoum', refuse).toISOString()).toBe('2026-12-03T12:30:00.000Z');
    expect(instantOf('2026-12-03T14:30', 'Asia/Kabul', refuse).toISOString()).toBe('2026-12-03T10:00:00.000Z');
  });

  it('refuses 01:30 on the night when the clocks go forward, unless told to go forward too', () => {
    expect(() => instantOf('2026-03-29T01:30', 'Europe/London', refuse)).toThrow('does not exist');
    const moved = instantOf('2026-03-29T01:30', 'Europe/London', { gap: 'forward', fold: 'refuse' });
    expect(wallClock(moved, 'Europe/London')).toMatchObject({ date: '2026-03-29', time: '02:30' });
  });

  it('asks which 01:30 is meant on the night when the clocks go back', () => {
    expect(() => instantOf('2026-10-25T01:30', 'Europe/London', refuse)).toThrow('happens twice');
    const earlier = instantOf('2026-10-25T01:30', 'Europe/London', { gap: 'refuse', fold: 'earlier' });
    const later = instantOf('2026-10-25T01:30', 'Europe/London', { gap: 'refuse', fold: 'later' });
    expect(earlier.toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(later.toISOString()).toBe('2026-10-25T01:30:00.000Z');
  });

  it('knows what governments decided after this Node was built', () => {
    // British Columbia stays on daylight time from 2026 (tz 2026b); Node 20 still moves Vancouver back to UTC-8.
    expect(instantOf('2026-12-03T09:00', 'America/Vancouver', refuse).toISOString()).toBe('2026-12-03T16:00:00.000Z');
  });

  it('shows an instant as the clock on that wall does', () => {
    expect(wallClock(new Date('2026-12-03T22:15:00Z'), 'Asia/Kabul')).toEqual({
      date: '2026-12-04',
      time: '02:45',
      minuteOfDay: 165,
      weekday: 5,
    });
  });

  it.each(['2026-02-30T10:00', '2026-12-03T24:00', '2026-12-03 10:00', 'tomorrow'])('refuses %s', (local) => {
    expect(() => instantOf(local, 'Europe/London', refuse)).toThrow(expect.objectContaining({ code: 'not-a-local-time' }));
  });

  it('refuses a zone that is not in the data', () => {
    expect(isZone('Europe/Atlantis')).toBe(false);
    expect(() => instantOf('2026-12-03T10:00', 'Europe/Atlantis', refuse)).toThrow(
      expect.objectContaining({ code: 'unknown-zone' }),
    );
  });
});

describe('days', () => {
  it('are counted on the calendar', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-31', -31)).toBe('2025-12-31');
  });

  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-12-03', 24],
  ])('%s in London has %i hours', (date, hours) => {
    const { start, end } = dayInterval(date, 'Europe/London');
    expect((end.getTime() - start.getTime()) / 3_600_000).toBe(hours);
  });
});
