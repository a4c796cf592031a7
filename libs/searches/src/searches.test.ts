import { Changes, DirectBooking, GivingBack, OfferWithdrawal, OpenSlots } from '@dragoman/bookings';
import { Interpreters } from '@dragoman/interpreters';
import { type OrganisationPolicyInput, Organisations } from '@dragoman/organisations';
import { anInterpreter } from '../../../tests/support/desk';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { writeAgain } from '../../../tests/support/second-row';
import { AskedInSearch, Search } from './search.entity';
import { SearchUpkeep } from './search-upkeep.job';
import { SearchesModule } from './searches.module';
import { Searches } from './searches.service';

let stand: ClinicStand;
let searches: Searches;
let upkeep: SearchUpkeep;
let clinic: Clinic;

const filling = { waveSize: 2, waits: [{ leadHours: 0, minutes: 30 }, { leadHours: 72, minutes: 240 }], mostAsked: 30 };

beforeAll(async () => {
  stand = await clinicStand({ imports: [SearchesModule], entities: [Search, AskedInSearch] });
  searches = stand.nest.get(Searches, { strict: false });
  upkeep = stand.nest.get(SearchUpkeep, { strict: false });
});
afterAll(() => stand?.close());

const decide = async (policy: OrganisationPolicyInput): Promise<void> => {
  const organisations = stand.nest.get(Organisations, { strict: false });
  const { policy: before, policyVersion } = await stand.database.read(clinic.staff, (tx) => organisations.get(tx, clinic.staff.organisationId));
  await organisations.changePolicy(clinic.staff, { ...before, ...policy }, policyVersion);
};

/** Interpreters are everybody's: those of the last test are out of the search. */
beforeEach(async () => {
  stand.clock.set(new Date('2026-11-24T09:42:00Z'));
  await stand.superuser.query('truncate graphile_worker._private_jobs');
  await stand.superuser.query(`update searches.searches set state = 'stopped', next_at = null`);
  clinic = await stand.aClinic();
  const all = (await stand.superuser.query<{ id: string; version: number }>('select id, version from interpreters.interpreters where active')).rows;
  for (const { id, version } of all) await stand.nest.get(Interpreters, { strict: false }).setActive(clinic.staff, id, { active: false, version });
  await decide({ filling });
});

/** The first is the best: the nearest. */
const interpreters = async (count: number, changes: Partial<ReturnType<typeof anInterpreter>> = {}): Promise<string[]> => {
  const ids: string[] = [];
  for (let n = 0; n < count; n++)
    ids.push(await stand.anInterpreter(clinic, { displayName: `Interpreter ${n}`, home: { latitude: 51.51 + n * 0.02, longitude: -0.11 }, ...changes }));
  return ids;
};

const goTo = async (instant: string): Promise<void> => {
  stand.clock.set(new Date(instant));
  await settle();
};

const settle = async (): Promise<void> => {
  await stand.runJobs();
  await upkeep.sweep();
  await stand.runJobs();
};

const asked = async (booking: string): Promise<string[]> => (await stand.offersOf(booking)).map(({ interpreterId }) => interpreterId);
const open = async (booking: string): Promise<string[]> =>
  (await stand.offersOf(booking)).filter(({ state }) => state === 'open').map(({ interpreterId }) => interpreterId);
const searchOf = async (booking: string) =>
  (await stand.superuser.query('select way, state, wave, round, next_at as "nextAt" from searches.searches where booking_id = $1', [booking])).rows[0];
const stateOf = async (booking: string): Promise<string> =>
  (await stand.superuser.query('select state from bookings.bookings where id = $1', [booking])).rows[0].state;
const timeline = async (booking: string) =>
  (await stand.superuser.query(`select kind, detail - 'offerIds' as detail from bookings.entries where booking_id = $1 order by at, id`, [booking])).rows;
const decline = async (booking: string, interpreterId: string): Promise<void> => {
  const offer = (await stand.offersOf(booking)).find((one) => one.interpreterId === interpreterId && one.state === 'open');
  await stand.acceptance.decline({ kind: 'interpreter', interpreterId }, offer?.id ?? '');
};
const accept = async (booking: string, interpreterId: string): Promise<void> => {
  const offer = (await stand.offersOf(booking)).find((one) => one.interpreterId === interpreterId && one.state === 'open');
  await stand.acceptance.accept({ kind: 'interpreter', interpreterId }, offer?.id ?? '');
};

describe('a booking that is let run in waves', () => {
  it('asks the best two at once, and the next two when the time is over and nobody has answered', async () => {
    const [first, second, third, fourth] = await interpreters(5);
    const booking = await stand.aBooking(clinic, { fill: 'waves' });
    await settle();
    expect((await open(booking)).sort()).toEqual([first, second].sort());
    expect(await searchOf(booking)).toMatchObject({ state: 'running', wave: 1, nextAt: new Date('2026-11-24T13:42:00Z') });
    await goTo('2026-11-24T13:41:59Z');
    expect(await asked(booking)).toHaveLength(2);
    await goTo('2026-11-24T13:42:00Z');
    expect((await open(booking)).sort()).toEqual([first, second, third, fourth].sort());
    expect((await timeline(booking)).filter(({ kind }) => kind === 'offered').map(({ detail }) => detail)).toEqual([{ wave: 1 }, { wave: 2 }]);
  });

  it('asks the next early once all of the wave have said no, and nobody twice', async () => {
    const all = await interpreters(3);
    const booking = await stand.aBooking(clinic, { fill: 'waves' });
    await settle();
    for (const id of await open(booking)) await decline(booking, id);
    await settle();
    expect(await open(booking)).toEqual([all[2]]);
    expect((await asked(booking)).sort()).toEqual([...all].sort());
  });

  it('comes to nothing when nobody is left, says so, and books nobody by silence', async () => {
    await interpreters(3);
    const booking = await stand.aBooking(clinic, { fill: 'waves' });
    await settle();
    await goTo('2026-11-24T13:42:00Z');
    expect(await searchOf(booking)).toMatchObject({ state: 'running', wave: 2 });
    for (const id of await open(booking)) await decline(booking, id);
    await settle();
    expect(await searchOf(booking)).toMatchObject({ state: 'nobody-left', nextAt: null });
    expect(await stateOf(booking)).toBe('requested');
    expect((await timeline(booking)).at(-1)).toMatchObject({ kind: 'search', detail: { what: 'nobody-left', why: 'nobody-possible' } });
  });

  it('finds a whole team: as many for each place, and goes on until nobody is missing', async () => {
    await interpreters(8);
    const booking = await stand.aBooking(clinic, { fill: 'waves', staffing: { kind: 'team', size: 2 } });
    await settle();
    const [first = '', ...others] = await open(booking);
    expect(others).toHaveLength(3);
    await accept(booking, first);
    for (const id of others) await decline(booking, id);
    await settle();
    expect([await stateOf(booking), await searchOf(booking)]).toMatchObject(['offering', { state: 'running', wave: 2 }]);
    const [second = ''] = await open(booking);
    await accept(booking, second);
    await settle();
    expect([await stateOf(booking), await searchOf(booking), await open(booking)]).toMatchObject(['confirmed', { state: 'found' }, []]);
  });

  it('finds for each part of a handover whoever is free then', async () => {
    const [early = '', late = ''] = await interpreters(2);
    const keep = async (who: string, time: string): Promise<void> => {
      const other = await stand.aBooking(clinic, { time, length: 60, offerTo: [who] });
      await accept(other, who);
    };
    await keep(early, '15:30');
    await keep(late, '14:30');
    const booking = await stand.aBooking(clinic, { fill: 'waves', length: 120, staffing: { kind: 'handover', minutes: [60] } });
    await settle();
    expect((await open(booking)).sort()).toEqual([early, late].sort());
    for (const who of [early, late]) await accept(booking, who);
    await settle();
    expect([await stateOf(booking), await searchOf(booking)]).toMatchObject(['confirmed', { state: 'found' }]);
  });

  it('waits for those who have not answered when nobody new is left, and takes whoever became free meanwhile', async () => {
    await interpreters(2);
    const booking = await stand.aBooking(clinic, { fill: 'waves' });
    await settle();
    await goTo('2026-11-24T13:42:00Z');
    expect(await searchOf(booking)).toMatchObject({ state: 'running', wave: 1, nextAt: new Date('2026-11-24T17:42:00Z') });
    const [late] = await interpreters(1);
    await goTo('2026-11-24T17:42:00Z');
    expect(await open(booking)).toContain(late);
  });

  it('asks nobody any more once somebody has accepted', async () => {
    await interpreters(4);
    const booking = await stand.aBooking(clinic, { fill: 'waves' });
    await settle();
    const [winner = ''] = await open(booking);
    await accept(booking, winner);
    await goTo('2026-11-24T20:00:00Z');
    expect(await searchOf(booking)).toMatchObject({ state: 'found', nextAt: null });
    expect(await asked(booking)).toHaveLength(2);
  });

  it('asks nobody whom the appointment finds begun', async () => {
    await interpreters(3);
    const booking = await stand.aBooking(clinic, { fill: 'waves' });
    await settle();
    stand.clock.set(new Date('2026-12-03T14:30:00Z'));
    await upkeep.sweep();
    expect(await asked(booking)).toHaveLength(2);
    expect(await searchOf(booking)).toMatchObject({ state: 'nobody-left' });
  });

  it('passes over whoever became busy between looking and asking, and asks the one after', async () => {
    const [first = '', second = '', third = ''] = await interpreters(3);
    const other = await stand.aBooking(clinic, { time: '14:45' });
    const booking = await stand.aBooking(clinic);
    await stand.nest.get(DirectBooking, { strict: false }).assign(clinic.staff, other, { interpreterId: first, agreed: 'by-phone', conflict: 'not-asked' });
    const slots = stand.nest.get(OpenSlots, { strict: false });
    const now = await stand.database.transaction({ kind: 'job', job: 'advance-search' }, async (tx) =>
      slots.ask(tx, await slots.hold(tx, booking), [first, second, third], { most: 1, inAll: 5, wave: 1 }),
    );
    expect(now).toEqual([second]);
    expect(await open(booking)).toEqual([second]);
  });

  it('leaves out whoever is busy, and asks the one after', async () => {
    const [first, second, third] = await interpreters(3);
    const other = await stand.aBooking(clinic, { time: '14:45' });
    await stand.nest.get(DirectBooking, { strict: false }).assign(clinic.staff, other, { interpreterId: first ?? '', agreed: 'by-phone', conflict: 'not-asked' });
    const booking = await stand.aBooking(clinic, { fill: 'waves' });
    await settle();
    expect((await open(booking)).sort()).toEqual([second, third].sort());
  });

  it('is paused, goes on where it stood, and is stopped for good', async () => {
    await interpreters(5);
    const booking = await stand.aBooking(clinic, { fill: 'waves' });
    await settle();
    await searches.pause(clinic.staff, booking);
    await searches.pause(clinic.staff, booking);
    await goTo('2026-11-24T20:00:00Z');
    expect(await asked(booking)).toHaveLength(2);
    await searches.resume(clinic.staff, booking);
    await settle();
    expect(await asked(booking)).toHaveLength(4);
    await searches.stop(clinic.staff, booking);
    await goTo('2026-11-25T20:00:00Z');
    expect(await asked(booking)).toHaveLength(4);
    await expect(searches.resume(clinic.staff, booking)).rejects.toMatchObject({ kind: 'conflict', code: 'search-state' });
    expect((await timeline(booking)).filter(({ kind }) => kind === 'search').map(({ detail }) => detail.what)).toEqual(['started', 'paused', 'resumed', 'stopped']);
  });
});

describe('two workers at once', () => {
  it('start a wave once', async () => {
    await interpreters(8);
    const booking = await stand.aBooking(clinic, { fill: 'waves' });
    await stand.runJobs();
    stand.clock.set(new Date('2026-11-24T13:42:00Z'));
    await Promise.all([upkeep.sweep(), upkeep.sweep(), upkeep.sweep()]);
    expect(await asked(booking)).toHaveLength(4);
    expect(await searchOf(booking)).toMatchObject({ wave: 2 });
  });

  it('are refused by the database, whoever writes: one search for a booking, and nobody asked twice in it', async () => {
    await interpreters(3);
    const booking = await stand.aBooking(clinic, { fill: 'waves' });
    await settle();
    await expect(writeAgain(stand.superuser, 'searches.searches', booking)).rejects.toMatchObject({ constraint: 'searches_pkey' });
    await expect(writeAgain(stand.superuser, 'searches.asked', booking, { wave: 2 })).rejects.toMatchObject({
      constraint: 'nobody_is_asked_twice_in_one_search',
    });
  });

  it('of which one died before it asked leave the wave to the sweep', async () => {
    await interpreters(3);
    const booking = await stand.aBooking(clinic, { fill: 'waves' });
    await stand.runJobs();
    await stand.superuser.query('truncate graphile_worker._private_jobs');
    for (const id of await open(booking)) await decline(booking, id);
    await stand.superuser.query('truncate graphile_worker._private_jobs');
    await upkeep.sweep();
    expect(await open(booking)).toHaveLength(1);
  });
});

describe('a booking that nobody said how to fill', () => {
  it('waits for a person, as long as the organisation has not decided otherwise', async () => {
    await interpreters(2);
    const booking = await stand.aBooking(clinic);
    await settle();
    expect(await searchOf(booking)).toBeUndefined();
    expect(await asked(booking)).toEqual([]);
  });

  it('is filled as the organisation decided, unless somebody was asked by hand', async () => {
    const [first = ''] = await interpreters(3);
    await decide({ filling: { ...filling, way: 'waves' } });
    const booking = await stand.aBooking(clinic);
    const byHand = await stand.aBooking(clinic, { time: '10:00', offerTo: [first] });
    await settle();
    expect(await asked(booking)).toHaveLength(2);
    expect(await searchOf(byHand)).toBeUndefined();
  });

  it('that asked somebody while booking has them as its first wave', async () => {
    const all = await interpreters(3);
    const booking = await stand.aBooking(clinic, { fill: 'waves', offerTo: [all[2] ?? ''] });
    await settle();
    expect(await open(booking)).toEqual([all[2]]);
    expect(await searchOf(booking)).toMatchObject({ wave: 1 });
    await goTo('2026-11-24T13:42:00Z');
    expect(await open(booking)).toHaveLength(3);
  });
});

describe('asking everybody', () => {
  it('asks all who are possible at once, at most as many as the organisation allows', async () => {
    await interpreters(5);
    const all = await stand.aBooking(clinic, { fill: 'broadcast' });
    await settle();
    expect(await open(all)).toHaveLength(5);
    await decide({ filling: { ...filling, mostAsked: 3 } });
    const some = await stand.aBooking(clinic, { fill: 'broadcast', date: '2026-12-04' });
    await settle();
    expect(await open(some)).toHaveLength(3);
  });
});

describe('our own interpreters', () => {
  it('are booked without asking, by the rules', async () => {
    const [near] = await interpreters(1);
    const [own = ''] = await interpreters(1, { home: { latitude: 51.6, longitude: -0.11 }, isInHouse: true });
    const booking = await stand.aBooking(clinic, { fill: 'in-house' });
    await settle();
    expect(await stateOf(booking)).toBe('confirmed');
    expect(await stand.count(`bookings.assignments where booking_id = $1 and interpreter_id = $2`, [booking, own])).toBe(1);
    expect(await asked(booking)).not.toContain(near);
    expect(await searchOf(booking)).toMatchObject({ state: 'found' });
  });

  it('who are busy leave it to the others, who are asked', async () => {
    const [near] = await interpreters(1);
    const [own = ''] = await interpreters(1, { isInHouse: true });
    const other = await stand.aBooking(clinic, { time: '14:45' });
    await stand.nest.get(DirectBooking, { strict: false }).assign(clinic.staff, other, { interpreterId: own, agreed: 'in-house', conflict: 'not-asked' });
    const booking = await stand.aBooking(clinic, { fill: 'in-house' });
    await settle();
    expect(await open(booking)).toEqual([near]);
  });

  it('are nobody’s but the organisation’s that said so', async () => {
    const [theirs] = await interpreters(1, { isInHouse: true });
    clinic = await stand.aClinic();
    const booking = await stand.aBooking(clinic, { fill: 'in-house' });
    await settle();
    expect(await stateOf(booking)).toBe('offering');
    expect(await open(booking)).toEqual([theirs]);
  });
});

describe('a search that staff begin on the booking', () => {
  it('begins once on a double click, and again after it came to nothing, without asking those who said no', async () => {
    const [first = ''] = await interpreters(2);
    const booking = await stand.aBooking(clinic);
    await Promise.all([searches.start(clinic.staff, booking, 'waves'), searches.start(clinic.staff, booking, 'waves')]);
    await settle();
    expect(await searchOf(booking)).toMatchObject({ round: 1, wave: 1 });
    await decline(booking, first);
    const [, other] = await stand.offersOf(booking);
    const stays = (await stand.offersOf(booking)).find(({ state }) => state === 'open') ?? other;
    await stand.nest.get(OfferWithdrawal, { strict: false }).withdraw(clinic.staff, booking, stays?.id ?? '');
    await settle();
    expect(await searchOf(booking)).toMatchObject({ state: 'nobody-left' });
    await searches.start(clinic.staff, booking, 'waves');
    await settle();
    expect(await open(booking)).toEqual([stays?.interpreterId]);
  });

  it('is refused once somebody is booked', async () => {
    const [own = ''] = await interpreters(1);
    const booking = await stand.aBooking(clinic);
    await stand.nest.get(DirectBooking, { strict: false }).assign(clinic.staff, booking, { interpreterId: own, agreed: 'by-phone', conflict: 'not-asked' });
    await expect(searches.start(clinic.staff, booking, 'waves')).rejects.toMatchObject({ kind: 'conflict', code: 'booking-state' });
  });

  it('is not there for the staff of another organisation', async () => {
    const booking = await stand.aBooking(clinic, { fill: 'waves' });
    await settle();
    const { staff } = await stand.aClinic();
    await expect(searches.pause(staff, booking)).rejects.toMatchObject({ code: 'booking-not-found' });
    expect(await stand.database.read(staff, (tx) => tx.count(Search))).toBe(0);
  });
});

describe('a job that was given back', () => {
  const giveBack = async (booking: string, interpreterId: string): Promise<void> => {
    const offer = (await stand.offersOf(booking)).find((one) => one.interpreterId === interpreterId && one.state === 'accepted');
    await stand.nest.get(GivingBack, { strict: false }).giveBack({ kind: 'interpreter', interpreterId }, offer?.id ?? '', null);
  };

  it('is searched for again at once, the same way, and never offered to whoever gave it back', async () => {
    await interpreters(3);
    const booking = await stand.aBooking(clinic, { fill: 'waves' });
    await settle();
    const [winner = ''] = await open(booking);
    await accept(booking, winner);
    await settle();
    await giveBack(booking, winner);
    await settle();
    expect(await searchOf(booking)).toMatchObject({ state: 'running', round: 2, wave: 1 });
    expect(await open(booking)).toHaveLength(2);
    expect(await open(booking)).not.toContain(winner);
    await goTo('2026-11-26T09:42:00Z');
    expect(await open(booking)).not.toContain(winner);
  });

  it('that was filled by hand is searched for as the organisation decided for that', async () => {
    const [first = ''] = await interpreters(3);
    const booking = await stand.aBooking(clinic, { offerTo: [first] });
    await accept(booking, first);
    await settle();
    await giveBack(booking, first);
    await settle();
    expect(await searchOf(booking)).toMatchObject({ way: 'waves', state: 'running' });
    await decide({ filling: { ...filling, afterGivenBack: 'by-hand' } });
    const [second = ''] = await interpreters(1);
    const byHand = await stand.aBooking(clinic, { date: '2026-12-04', offerTo: [second] });
    await accept(byHand, second);
    await giveBack(byHand, second);
    await settle();
    expect(await searchOf(byHand)).toBeUndefined();
  });
});

describe('an appointment that is moved while it searches', () => {
  it('is searched for anew: whoever said no to the other time is asked again', async () => {
    const all = await interpreters(2);
    const booking = await stand.aBooking(clinic, { fill: 'waves' });
    await settle();
    for (const id of await open(booking)) await decline(booking, id);
    await settle();
    expect(await searchOf(booking)).toMatchObject({ state: 'nobody-left' });
    stand.clock.set(new Date('2026-11-24T10:42:00Z'));
    await stand.nest.get(Changes, { strict: false }).change(clinic.staff, booking, { date: '2026-12-04' }, { revision: 'whatever-it-is' });
    await settle();
    expect((await open(booking)).sort()).toEqual([...all].sort());
    expect(await searchOf(booking)).toMatchObject({ state: 'running', round: 2 });
  });
});
