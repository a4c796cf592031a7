import { instantOf } from '@dragoman/kernel';
import { plannedAppointments, soonAfter } from './appointments';
import { zone } from './clinics';
import { Dice } from './dice';

const instants = ['2026-03-04T10:20:00Z', '2026-03-29T00:30:00Z', '2026-10-25T00:30:00Z', '2026-12-31T23:50:00Z', '2028-02-28T16:44:00Z'];
const busyness = { past: 2, today: 9, ahead: 3 };
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

describe('the appointments of the demonstration', () => {
  it.each(instants)('begin in opening times on quarters of an hour, whenever it is started (%s)', (now) => {
    const planned = plannedAppointments(new Date(now), busyness, new Dice(1));
    for (const { time } of planned) {
      expect(minutes(time)).toBeGreaterThanOrEqual(8 * 60 + 30);
      expect(minutes(time)).toBeLessThanOrEqual(16 * 60 + 45);
      expect(minutes(time) % 15).toBe(0);
    }
  });

  it.each(instants)('that are soon really are ahead, and not in the night (%s)', (now) => {
    const { date, time } = soonAfter(new Date(now), 90);
    const startsAt = instantOf(`${date}T${time}`, zone, { gap: 'refuse', fold: 'refuse' });
    expect(startsAt.getTime()).toBeGreaterThanOrEqual(new Date(now).getTime() + 90 * 60_000);
    expect(minutes(time)).toBeGreaterThanOrEqual(8 * 60 + 30);
  });

  it('are the same every time', () => {
    const plan = (): unknown => plannedAppointments(new Date('2026-03-04T10:20:00Z'), busyness, new Dice(7));
    expect(plan()).toEqual(plan());
  });
});
