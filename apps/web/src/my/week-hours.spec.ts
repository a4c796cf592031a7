import { hasHoursBeyond, hourOf, mondayCopied, tidied, turned } from './week-hours';

const monday = [{ weekday: 1, from: '09:00', to: '12:00' }];

it('turns an hour off in the middle, and keeps what lies beside it', () => {
  expect(turned(monday, 1, 10)).toEqual([{ weekday: 1, from: '09:00', to: '10:00' }, { weekday: 1, from: '11:00', to: '12:00' }]);
});

it('turns an hour on beside others, and they are one again', () => {
  expect(turned(turned(monday, 1, 10), 1, 10)).toEqual(monday);
});

it('keeps half hours to the minute until they are tapped, and then makes the hour whole', () => {
  const half = [{ weekday: 2, from: '08:30', to: '10:15' }];
  expect(hourOf(half, 2, 8)).toEqual([{ from: '08:30', to: '09:00' }]);
  expect(turned(half, 2, 12)).toEqual([{ weekday: 2, from: '08:30', to: '10:15' }, { weekday: 2, from: '12:00', to: '13:00' }]);
  expect(turned(half, 2, 8)).toEqual([{ weekday: 2, from: '08:00', to: '10:15' }]);
});

it('reads a night as the end of one day and the morning of the next, also over Sunday', () => {
  const night = [{ weekday: 7, from: '22:00', to: '02:00' }];
  expect(hourOf(night, 7, 23)).toBe('on');
  expect(hourOf(night, 1, 1)).toBe('on');
  expect(tidied(night)).toEqual([{ weekday: 1, from: '00:00', to: '02:00' }, { weekday: 7, from: '22:00', to: '00:00' }]);
});

it('turns the last hour of a day on until midnight', () => {
  expect(turned([], 3, 23)).toEqual([{ weekday: 3, from: '23:00', to: '00:00' }]);
  expect(hourOf(turned([], 3, 23), 4, 0)).toBe('off');
});

it('copies Monday over the working week and leaves the weekend', () => {
  const week = [...monday, { weekday: 3, from: '20:00', to: '21:00' }, { weekday: 6, from: '10:00', to: '11:00' }];
  expect(mondayCopied(week).map(({ weekday, from }) => `${weekday} ${from}`)).toEqual(['1 09:00', '2 09:00', '3 09:00', '4 09:00', '5 09:00', '6 10:00']);
});

it('knows of hours that the short grid does not show', () => {
  expect(hasHoursBeyond(monday, 6, 22)).toBe(false);
  expect(hasHoursBeyond([{ weekday: 1, from: '21:00', to: '00:00' }], 6, 22)).toBe(true);
});
