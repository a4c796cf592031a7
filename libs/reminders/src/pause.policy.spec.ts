import { afterPause } from './pause.policy';

const startsAt = new Date('2026-12-03T14:30:00Z');
const zone = 'Europe/London';
const noon = new Date('2026-12-02T12:00:00Z');

it.each([
  ['a reminder before its time goes at its time', 'reminder-day-before', '2026-12-02T12:01:00Z', noon, 'at-its-time'],
  ['a reminder whose time has just passed still belongs to the day', 'reminder-day-before', '2026-12-02T10:00:00Z', noon, 'soon'],
  ['a reminder whose day is over is stale', 'reminder-2-days', '2026-12-01T10:00:00Z', noon, 'never'],
  ['a reminder hours before is stale once those hours run', 'reminder-hours', '2026-12-02T11:30:00Z', noon, 'never'],
  ['a confirmation is still news after its time', 'confirmed', '2026-11-24T09:42:00Z', noon, 'soon'],
  ['nothing goes once the appointment has begun', 'confirmed', '2026-11-24T09:42:00Z', startsAt, 'never'],
  ['nothing goes after the start, whatever was planned', 'confirmed', '2026-12-03T15:00:00Z', startsAt, 'never'],
] as const)('%s', (_, kind, dueAt, now, expected) => {
  expect(afterPause({ kind, dueAt: new Date(dueAt) }, { startsAt, zone }, now)).toBe(expected);
});
