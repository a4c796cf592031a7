import { Interpreters } from '@dragoman/interpreters';
import { type OrganisationPolicyInput, Organisations } from '@dragoman/organisations';
import { AskedInSearch, Search, Searches, SearchesModule, SearchUpkeep } from '@dragoman/searches';
import { type Clinic, type ClinicStand, clinicStand } from './clinic';
import { anInterpreter } from './desk';

/** What the clinic of each test has decided. */
export const filling = { waveSize: 2, waits: [{ leadHours: 0, minutes: 30 }, { leadHours: 72, minutes: 240 }], mostAsked: 30 };

export interface Searching {
  stand: ClinicStand;
  searches: Searches;
  upkeep: SearchUpkeep;
  clinic: Clinic;
}

/** For one file of tests: a stand of its own, and for each test a clinic, with whose interpreters it is alone. */
export const searching = () => {
  const here = {} as Searching;
  beforeAll(async () => {
    here.stand = await clinicStand({ imports: [SearchesModule], entities: [Search, AskedInSearch] });
    here.searches = here.stand.nest.get(Searches, { strict: false });
    here.upkeep = here.stand.nest.get(SearchUpkeep, { strict: false });
  });
  afterAll(() => here.stand?.close());

  const decide = async (policy: OrganisationPolicyInput): Promise<void> => {
    const organisations = here.stand.nest.get(Organisations, { strict: false });
    const { policy: before, policyVersion } = await here.stand.database.read(here.clinic.staff, (tx) => organisations.get(tx, here.clinic.staff.organisationId));
    await organisations.changePolicy(here.clinic.staff, { ...before, ...policy }, policyVersion);
  };

  /** Interpreters are everybody's: those of the last test are out of the search. */
  beforeEach(async () => {
    here.stand.clock.set(new Date('2026-11-24T09:42:00Z'));
    await here.stand.superuser.query('truncate graphile_worker._private_jobs');
    await here.stand.superuser.query(`update searches.searches set state = 'stopped', next_at = null`);
    here.clinic = await here.stand.aClinic();
    const all = (await here.stand.superuser.query<{ id: string; version: number }>('select id, version from interpreters.interpreters where active')).rows;
    for (const { id, version } of all) await here.stand.nest.get(Interpreters, { strict: false }).setActive(here.clinic.staff, id, { active: false, version });
    await decide({ filling });
  });

  /** The first is the best: the nearest. */
  const interpreters = async (count: number, changes: Partial<ReturnType<typeof anInterpreter>> = {}): Promise<string[]> => {
    const ids: string[] = [];
    for (let n = 0; n < count; n++)
      ids.push(await here.stand.anInterpreter(here.clinic, { displayName: `Interpreter ${n}`, home: { latitude: 51.51 + n * 0.02, longitude: -0.11 }, ...changes }));
    return ids;
  };

  const goTo = async (instant: string): Promise<void> => {
    here.stand.clock.set(new Date(instant));
    await settle();
  };

  const settle = async (): Promise<void> => {
    await here.stand.runJobs();
    await here.upkeep.sweep();
    await here.stand.runJobs();
  };

  const asked = async (booking: string): Promise<string[]> => (await here.stand.offersOf(booking)).map(({ interpreterId }) => interpreterId);
  const open = async (booking: string): Promise<string[]> =>
    (await here.stand.offersOf(booking)).filter(({ state }) => state === 'open').map(({ interpreterId }) => interpreterId);
  const searchOf = async (booking: string) =>
    (await here.stand.superuser.query('select way, state, wave, round, next_at as "nextAt" from searches.searches where booking_id = $1', [booking])).rows[0];
  const stateOf = async (booking: string): Promise<string> =>
    (await here.stand.superuser.query('select state from bookings.bookings where id = $1', [booking])).rows[0].state;
  const timeline = async (booking: string) =>
    (await here.stand.superuser.query(`select kind, detail - 'offerIds' as detail from bookings.entries where booking_id = $1 order by at, id`, [booking])).rows;
  const decline = async (booking: string, interpreterId: string): Promise<void> => {
    const offer = (await here.stand.offersOf(booking)).find((one) => one.interpreterId === interpreterId && one.state === 'open');
    await here.stand.acceptance.decline({ kind: 'interpreter', interpreterId }, offer?.id ?? '');
  };
  const accept = async (booking: string, interpreterId: string): Promise<void> => {
    const offer = (await here.stand.offersOf(booking)).find((one) => one.interpreterId === interpreterId && one.state === 'open');
    await here.stand.acceptance.accept({ kind: 'interpreter', interpreterId }, offer?.id ?? '');
  };

  return { here, decide, interpreters, goTo, settle, asked, open, searchOf, stateOf, timeline, decline, accept };
};
