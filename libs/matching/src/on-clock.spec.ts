import { plusMinutes } from '@dragoman/kernel';
import { onClock } from './on-clock';

const start = new Date('2026-12-03T14:30Z');
const anInterval = () => ({ start, end: plusMinutes(start, 40) });

it('reckons once for an interval on a clock, and anew for another of either', () => {
  const asked: string[] = [];
  const zoneOf = onClock((_interval, zone) => {
    asked.push(zone);
    return zone;
  });
  const [one, other] = [anInterval(), anInterval()];
  expect([zoneOf(one, 'Europe/London'), zoneOf(one, 'Europe/London'), zoneOf(one, 'Asia/Kabul')]).toEqual([
    'Europe/London', 'Europe/London', 'Asia/Kabul',
  ]);
  zoneOf(other, 'Europe/London');
  expect(asked).toEqual(['Europe/London', 'Asia/Kabul', 'Europe/London']);
});
