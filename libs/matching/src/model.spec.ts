import fc from 'fast-check';
import type { CandidateFacts } from '@dragoman/interpreters';
import { plusMinutes } from '@dragoman/kernel';
import { asked, someWeights } from '../../../tests/support/matching';
import { interpreterOf, requestOf, sitesOf, withPeople, withTheFirstSixtyBusy } from '../../../tests/support/model/random-world';
import { failuresOf } from '../../../tests/support/model/rules';
import { possibleOf, scoresOf as modelScores } from '../../../tests/support/model/scores';
import { type ModelInterpreter, type ModelRequest, type ModelTable, Throws } from '../../../tests/support/model/world';
import type { LanguageLevels, RankedCandidate, Verdict } from './match';
import { rankCandidates } from './ranking';
import { hardRules, judgeCandidate } from './rules';

const spoken: ModelTable = new Map([
  ['apd', { level: 'exact', notFor: [], signed: false }],
  ['shu', { level: 'close_consent', notFor: [], signed: false }],
  ['pga', { level: 'close_consent', notFor: ['maternity', 'mental-health'], signed: false }],
  ['afb', { level: 'last_resort', notFor: ['serious-news'], signed: false }],
  ['arz', { level: 'never_auto', notFor: [], signed: false }],
]);
const signed: ModelTable = new Map([...spoken].map(([id, row]) => [id, { ...row, signed: true }]));
const varieties = ['apd', 'apd', 'apd', 'shu', 'pga', 'afb', 'arz', 'unheard-of'] as const;

const levelsOf = (table: ModelTable): LanguageLevels => ({
  patientVariety: 'the patient’s',
  of: (id) => ({ level: 'never_auto', notFor: [], signed: false, ...table.get(id), name: id, confidence: null }),
});

/** As the pool reads it: a day and a bit around the appointment, and the month before. */
const factsOf = ({ jobs, ...who }: ModelInterpreter, { start, end }: ModelRequest): CandidateFacts => {
  const month = jobs.filter((job) => job.start >= plusMinutes(start, -30 * 1440) && job.start < start);
  return {
    ...who,
    commitments: jobs.filter((job) => job.end > plusMinutes(start, -1560) && job.start < plusMinutes(end, 1560)),
    jobsLast30Days: month.length,
    minutesLast30Days: month.reduce((sum, job) => sum + (job.end.getTime() - job.start.getTime()) / 60_000, 0),
  };
};

interface World {
  table: ModelTable;
  request: ModelRequest;
  people: ModelInterpreter[];
}

const worldOf = (seed: number, size: number): World => {
  const throws = new Throws(seed);
  const table = throws.chance(0.8) ? spoken : signed;
  const sites = sitesOf(throws);
  const bare = requestOf(throws, sites, table, someWeights);
  const people = Array.from({ length: size }, (_, n) => interpreterOf(throws, n, { request: bare, sites, varieties }));
  return { table, request: withPeople(throws, bare, people), people };
};

/** Who is busy then is also on no journey then: the model does not say both. */
const codesOf = (verdict: Verdict): string[] => {
  const codes = verdict.eligible ? [] : verdict.refusals.map(({ code }) => code as string);
  return codes.filter((code) => code !== 'interpreter-travelling' || !codes.includes('interpreter-busy')).sort();
};

const judged = ({ table, request, people }: World) =>
  people.map((who) => {
    const facts = factsOf(who, request);
    return { who, facts, verdict: judgeCandidate(asked(request), facts, levelsOf(table)) };
  });

const ranking = (world: World): RankedCandidate[] => {
  const eligible = judged(world).flatMap(({ facts, verdict }) => (verdict.eligible ? [{ facts, verdict }] : []));
  return rankCandidates(asked(world.request), eligible, levelsOf(world.table));
};

const WORLD = 500;
/** Worlds in which, together, every rule refuses somebody. */
const COVERING = [32, 9, 36];
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe('in a random world of 500 interpreters', () => {
  it('every hard rule says what the plain model of it says', () => {
    const told = new Set<string>();
    let possible = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const world = worldOf(seed, WORLD);
        const differing = judged(world).flatMap(({ who, verdict }) => {
          const codes = codesOf(verdict);
          const expected = [...failuresOf(world.request, world.table, who)].sort();
          for (const code of codes) told.add(code);
          if (verdict.eligible) possible++;
          return codes.join() === expected.join() ? [] : [{ who: who.displayName, codes, expected }];
        });
        expect(differing).toEqual([]);
      }),
      { numRuns: COVERING.length + 4, examples: COVERING.map((seed) => [seed]), endOnFailure: true },
    );
    expect(possible).toBeGreaterThan(50);
    expect([...told].sort()).toEqual(hardRules.map(({ code }) => code).sort());
  }, 60_000);

  it('the ranking is the plain model’s, score by score', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const world = worldOf(seed, WORLD);
        const expected = possibleOf(world.request, world.table, world.people);
        const ranked = ranking(world);
        expect(ranked.map(({ interpreterId }) => interpreterId)).toEqual(expected.map(({ id }) => id));
        for (const [n, { interpreterId, scores, total }] of ranked.entries()) {
          const who = world.people.find(({ id }) => id === interpreterId);
          expect(total).toBeCloseTo(expected[n]?.total ?? NaN, 9);
          const points = Object.fromEntries(scores.map((score) => [score.name, score.points]));
          const model = who ? modelScores(world.request, world.table, who) : {};
          expect(Object.keys(points).sort()).toEqual(Object.keys(model).sort());
          for (const [name, value] of Object.entries(model)) expect(points[name]).toBeCloseTo(value, 9);
        }
      }),
      { numRuns: 6, endOnFailure: true },
    );
  }, 60_000);

  it('where the first sixty are busy, those behind them are found in their order', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { table, request, people } = worldOf(seed, WORLD);
        const best = possibleOf(request, table, people).map(({ id }) => id);
        const late = { table, request, people: withTheFirstSixtyBusy(people, best, request) };
        const ranked = ranking(late).map(({ interpreterId }) => interpreterId);
        expect(ranked.slice(0, best.length)).toEqual(possibleOf(request, table, late.people).map(({ id }) => id));
        for (const id of best.slice(0, 60)) expect(ranked).not.toContain(id);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  }, 60_000);

  it('the ranking does not depend on the order in which people are looked at', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const world = worldOf(seed, WORLD);
        const throws = new Throws(seed);
        const shuffled = world.people.map((who) => ({ who, at: throws.next() })).sort((a, b) => a.at - b.at).map(({ who }) => who);
        expect(ranking({ ...world, people: shuffled })).toEqual(ranking(world));
      }),
      { numRuns: 6, endOnFailure: true },
    );
  }, 60_000);
});
