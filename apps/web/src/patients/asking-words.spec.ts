import { askingWords } from './asking-words';

it('says how long ago they were asked, or that a message did not arrive since; and nothing while what they said holds', () => {
  const asking = { lastAskedAt: '2025-09-20T09:42:00Z', monthsAgo: 14 };
  expect(askingWords({ ...asking, because: 'a-year-ago' })).toBe(
    'Last asked 14 months ago. Ask again how they want to be told, and whether they need an interpreter.',
  );
  expect(askingWords({ ...asking, because: 'message-failed' })).toMatch(/^A message to them did not arrive since they were last asked\./);
  expect(askingWords({ ...asking, because: null })).toBeNull();
});
