import { barsOf } from './spending-bars';

it('shows every day of the month, also of a February, and names one a week', () => {
  const bars = barsOf('2028-02-01', [{ date: '2028-02-08', texts: 0.4, calls: 0.1 }]);
  expect(bars).toHaveLength(29);
  expect(bars[7]).toMatchObject({ label: '8', said: 'Tuesday 8 February 2028', values: [0.4, 0.1] });
  expect(bars[8]).toMatchObject({ label: '', values: [0, 0] });
});
