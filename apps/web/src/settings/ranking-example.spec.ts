import { examplePeople, exampleSentence, matchOf } from './ranking-example';

const weights = { exactness: 40, continuity: 15, wish: 15, travel: 15, record: 12, 'fair-share': 10, cost: 8, credential: 6 };

it('puts who is known first by default, and who had no work yet first when fair share weighs more', () => {
  expect(exampleSentence(weights)).toBe('With these weights Selam comes first, 83 to 79 of 100.');
  expect(exampleSentence({ ...weights, 'fair-share': 60 })).toMatch(/^With these weights Yonas comes first/);
});

it('leaves out of the mean what does not arise: nobody asked for a wish here', () => {
  const [selam] = examplePeople;
  expect(matchOf(selam, { ...weights, wish: 100 })).toBe(matchOf(selam, weights));
});

it('counts proportions only', () => {
  const [selam] = examplePeople;
  const half = Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, weight / 2])) as typeof weights;
  expect(matchOf(selam, half)).toBeCloseTo(matchOf(selam, weights), 10);
});
