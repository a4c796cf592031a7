import { barsOf, lastMonths, reliabilitySentence } from './reliability-words';

const month = (name: string, kept: number, late = 0, givenBack = 0, absent = 0) => ({ month: name, kept, late, givenBack, absent });

it('shows twelve months to this one, over the turn of a year, also those without a job', () => {
  expect(lastMonths('2026-02-28')).toEqual([
    '2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02',
  ]);
  const bars = barsOf([month('2025-12', 3, 1, 0, 2)], '2026-02-28');
  expect(bars).toHaveLength(12);
  expect(bars[9]).toEqual({ key: '2025-12', label: 'Dec', said: 'December 2025', values: [3, 1, 0, 2] });
  expect(bars[10]?.values).toEqual([0, 0, 0, 0]);
});

it('says in a sentence what there was, and nothing of what there was not', () => {
  expect(reliabilitySentence([month('2026-01', 3, 1), month('2026-02', 8, 0, 2)])).toBe('Of 14 jobs in twelve months: 11 kept, 1 late, 2 given back.');
  expect(reliabilitySentence([month('2026-01', 1)])).toBe('Of 1 job in twelve months: 1 kept.');
  expect(reliabilitySentence([month('2026-01', 0, 0, 0, 1)])).toBe('Of 1 job in twelve months: 1 not come to.');
});
