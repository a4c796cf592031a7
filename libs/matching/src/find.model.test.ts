import { Encounters } from '@dragoman/encounters';
import { asked, someWeights } from '../../../tests/support/matching';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { interpreterOf, requestOf, sitesOf, withPeople, withTheFirstSixtyBusy } from '../../../tests/support/model/random-world';
import { failuresOf } from '../../../tests/support/model/rules';
import { possibleOf } from '../../../tests/support/model/scores';
import { storeWorld } from '../../../tests/support/model/stored-world';
import { type ModelInterpreter, type ModelRequest, type ModelTable, Throws } from '../../../tests/support/model/world';
import { Matching } from './matching.service';

const WORLD = 500;
/** A list ends here though more are possible, and not before. */
const MOST = 30;
const varieties = ['apd', 'apd', 'apd', 'shu', 'afb', 'arz', 'acm', 'pol'] as const;

let stand: ClinicStand;
let clinic: Clinic;
let table: ModelTable;

beforeAll(async () => {
  stand = await clinicStand();
  clinic = await stand.aClinic();
  const encounters = stand.nest.get(Encounters, { strict: false });
  table = new Map(varieties.map((id) => [id, { ...encounters.judge('apd', id), signed: false }]));
}, 120_000);

afterAll(() => stand.close());

const worldOf = (seed: number): { request: ModelRequest; people: ModelInterpreter[] } => {
  const throws = new Throws(seed);
  const sites = sitesOf(throws);
  const bare = requestOf(throws, sites, table, someWeights);
  const people = Array.from({ length: WORLD }, (_, n) => interpreterOf(throws, n, { request: bare, sites, varieties }));
  return { request: withPeople(throws, bare, people), people };
};

const find = async (request: ModelRequest, people: readonly ModelInterpreter[]) => {
  await storeWorld(stand.superuser, people, clinic.staff.organisationId);
  const wanted = { ...asked(request), organisationId: clinic.staff.organisationId };
  return stand.database.read(clinic.staff, (tx) => stand.nest.get(Matching, { strict: false }).find(tx, wanted));
};

const expectTheModels = async (request: ModelRequest, people: readonly ModelInterpreter[]): Promise<number> => {
  const expected = possibleOf(request, table, people);
  const { possible, notPossible } = await find(request, people);
  const found = possible.map(({ interpreterId }) => interpreterId);
  expect(found).toEqual(expected.slice(0, found.length).map(({ id }) => id));
  expect(found).toHaveLength(Math.min(expected.length, MOST));
  for (const [n, { total }] of possible.entries()) expect(total).toBeCloseTo(expected[n]?.total ?? NaN, 9);
  for (const { interpreterId, refusals } of notPossible) {
    const who = people.find(({ id }) => id === interpreterId);
    const failures = who ? [...failuresOf(request, table, who)] : [];
    expect(refusals.map(({ code }) => code)).toEqual(expect.arrayContaining(failures));
    expect(failures).not.toEqual([]);
  }
  return expected.length;
};

/** The search never fetches them as possible, so the rule itself is asked, as for an offer and its acceptance. */
const expectTheLanguageRefused = async (request: ModelRequest, people: readonly ModelInterpreter[]): Promise<void> => {
  const byLanguage = people.filter((who) => [...failuresOf(request, table, who)].includes('language-not-matched')).slice(0, 5);
  expect(byLanguage).not.toEqual([]);
  const wanted = { ...asked(request), organisationId: clinic.staff.organisationId };
  for (const { id } of byLanguage) {
    const verdict = await stand.database.read(clinic.staff, (tx) => stand.nest.get(Matching, { strict: false }).check(tx, wanted, id));
    expect(verdict.eligible ? [] : verdict.refusals.map(({ code }) => code)).toContain('language-not-matched');
  }
};

describe('finding, in a database of 500 random interpreters', () => {
  const seeds = [32, 9, 36, Math.floor(Math.random() * 2 ** 31), Math.floor(Math.random() * 2 ** 31)];
  it.each(seeds)('world %i: is what the plain model finds, in its order', async (seed) => {
    const { request, people } = worldOf(seed);
    await expectTheModels(request, people);
  });

  it.each([32, 9])('world %i: refuses by the rule of language those whom the search leaves out', async (seed) => {
    const { request, people } = worldOf(seed);
    await storeWorld(stand.superuser, people, clinic.staff.organisationId);
    await expectTheLanguageRefused(request, people);
  });

  it.each([1, 22, 58, Math.floor(Math.random() * 2 ** 31)])('world %i: goes on where the first sixty are busy', async (seed) => {
    const { request, people } = worldOf(seed);
    const best = possibleOf(request, table, people).map(({ id }) => id);
    await expectTheModels(request, withTheFirstSixtyBusy(people, best, request));
  });
});
