import type { MatchingWeights } from '@dragoman/contracts';

type ScoreName = keyof MatchingWeights;

export type ExamplePerson = {
  name: string;
  /** As a coordinator would say it. */
  about: string;
  /** 0 to 1; a score that does not arise is left out, as in a real ranking. */
  points: Partial<Record<ScoreName, number>>;
};

/** Two people of whom each is better at something; nobody real. */
export const examplePeople: readonly [ExamplePerson, ExamplePerson] = [
  {
    name: 'Selam',
    about: 'has seen this patient twice, lives near by, and is booked for 45% of the hours she offers',
    points: { exactness: 1, continuity: 0.85, travel: 0.8, record: 0.98, 'fair-share': 0.1, cost: 0.62, credential: 1 },
  },
  {
    name: 'Yonas',
    about: 'has not seen this patient, lives a little further away, and is hardly booked',
    points: { exactness: 1, continuity: 0, travel: 0.7, record: 0.97, 'fair-share': 1, cost: 0.66, credential: 1 },
  },
];

/** The arithmetic of every ranking: the weighted mean of the scores that arise, 0 to 100. */
export const matchOf = ({ points }: ExamplePerson, weights: MatchingWeights): number => {
  const scores = Object.entries(points) as [ScoreName, number][];
  const weight = scores.reduce((sum, [name]) => sum + weights[name], 0);
  return weight === 0 ? 0 : (100 * scores.reduce((sum, [name, score]) => sum + weights[name] * score, 0)) / weight;
};

/** Best first, and what that means in a sentence. */
export const exampleSentence = (weights: MatchingWeights): string => {
  const [first, second] = examplePeople.map((person) => ({ person, match: matchOf(person, weights) })).sort((one, other) => other.match - one.match);
  if (!first || !second) return '';
  const [high, low] = [Math.round(first.match), Math.round(second.match)];
  if (high === low) return `With these weights the two are equal, at ${high} of 100.`;
  return `With these weights ${first.person.name} comes first, ${high} to ${low} of 100.`;
};
