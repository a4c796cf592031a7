import { deadlineOf } from './deadline';

const now = new Date('2026-11-26T10:00:20Z');
const words = (dueAt: string): string => deadlineOf(dueAt, now, 'Europe/London').words;

it.each([
  ['2026-11-26T10:45:00Z', 'By 10:45'],
  ['2026-11-27T09:00:00Z', 'By tomorrow 09:00'],
  ['2026-11-26T10:00:00Z', 'Due now'],
  ['2026-11-26T09:59:00Z', '1 min overdue'],
  ['2026-11-26T08:00:00Z', '2 h overdue'],
])('says of what was to be done at %s that it is %s', (dueAt, said) => {
  expect(words(dueAt)).toBe(said);
});
