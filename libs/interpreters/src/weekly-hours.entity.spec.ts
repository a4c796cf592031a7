import { statedHours, WeeklyHours } from './weekly-hours.entity';

describe('hours of the week', () => {
  it.each([
    ['09:00', '17:00', 540, 1020],
    ['22:00', '06:00', 1320, 1800],
    ['18:00', '00:00', 1080, 1440],
    ['00:00', '00:00', 0, 1440],
  ])('from %s to %s are minutes %i to %i', (from, to, fromMinute, toMinute) => {
    const hours = WeeklyHours.of('hiba', { weekday: 7, from, to });
    expect(hours).toMatchObject({ weekday: 7, fromMinute, toMinute });
    expect(statedHours(hours)).toEqual({ weekday: 7, from, to });
  });
});
