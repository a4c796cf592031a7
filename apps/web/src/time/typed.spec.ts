import { dateFromTyping, timeFromTyping } from './typed';

describe('times as people type them', () => {
  it.each([
    ['1430', '14:30'],
    ['930', '09:30'],
    ['9.30', '09:30'],
    ['14', '14:00'],
    ['2pm', '14:00'],
    ['12:15 am', '00:15'],
  ])('reads %s as %s', (typed, time) => expect(timeFromTyping(typed)).toBe(time));

  it.each(['25:00', '9:75', 'noon', '', '13pm'])('does not guess what “%s” means', (typed) =>
    expect(timeFromTyping(typed)).toBeNull(),
  );
});

describe('days as people type them', () => {
  const today = '2026-11-24';
  it.each([
    ['3/12', '2026-12-03'],
    ['3/1', '2027-01-03'],
    ['3 dec', '2026-12-03'],
    ['Thu 3 Dec 2026', '2026-12-03'],
    ['2026-12-03', '2026-12-03'],
    ['tomorrow', '2026-11-25'],
    ['fri', '2026-11-27'],
    ['tue', '2026-12-01'],
    ['+14', '2026-12-08'],
  ])('reads %s as %s', (typed, date) => expect(dateFromTyping(typed, today)).toBe(date));

  it.each(['31/2', 'soon', '3 dex'])('does not guess what “%s” means', (typed) =>
    expect(dateFromTyping(typed, today)).toBeNull(),
  );
});
