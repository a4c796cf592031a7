import { DirectBooking, OpenSlots } from '@dragoman/bookings';
import { writeAgain } from '../../../tests/support/second-row';
import { filling, searching } from '../../../tests/support/searches';

const { here, decide, interpreters, goTo, settle, asked, open, searchOf, stateOf, timeline, decline, accept } = searching();

describe('a booking that is let run in waves', () => {
  it('asks the best two at once, and the next two when the time is over and nobody has answered', async () => {
    const [first, second, third, fourth] = await interpreters(5);
    const booking = await here.stand.aBooking(here.clinic, { fill: 'waves' });
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
    const booking = await here.stand.aBooking(here.clinic, { fill: 'waves' });
    await settle();
    for (const id of await open(booking)) await decline(booking, id);
    await settle();
    expect(await open(booking)).toEqual([all[2]]);
    expect((await asked(booking)).sort()).toEqual([...all].sort());
  });

  it('comes to nothing when nobody is left, says so, and books nobody by silence', async () => {
    await interpreters(3);
    const booking = await here.stand.aBooking(here.clinic, { fill: 'waves' });
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
    const booking = await here.stand.aBooking(here.clinic, { fill: 'waves', staffing: { kind: 'team', size: 2 } });
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
      const other = await here.stand.aBooking(here.clinic, { time, length: 60, offerTo: [who] });
      await accept(other, who);
    };
    await keep(early, '15:30');
    await keep(late, '14:30');
    const booking = await here.stand.aBooking(here.clinic, { fill: 'waves', length: 120, staffing: { kind: 'handover', minutes: [60] } });
    await settle();
    expect((await open(booking)).sort()).toEqual([early, late].sort());
    for (const who of [early, late]) await accept(booking, who);
    await settle();
    expect([await stateOf(booking), await searchOf(booking)]).toMatchObject(['confirmed', { state: 'found' }]);
  });

  it('waits for those who have not answered when nobody new is left, and takes whoever became free meanwhile', async () => {
    await interpreters(2);
    const booking = await here.stand.aBooking(here.clinic, { fill: 'waves' });
    await settle();
    await goTo('2026-11-24T13:42:00Z');
    expect(await searchOf(booking)).toMatchObject({ state: 'running', wave: 1, nextAt: new Date('2026-11-24T17:42:00Z') });
    const [late] = await interpreters(1);
    await goTo('2026-11-24T17:42:00Z');
    expect(await open(booking)).toContain(late);
  });

  it('asks nobody any more once somebody has accepted', async () => {
    await interpreters(4);
    const booking = await here.stand.aBooking(here.clinic, { fill: 'waves' });
    await settle();
    const [winner = ''] = await open(booking);
    await accept(booking, winner);
    await goTo('2026-11-24T20:00:00Z');
    expect(await searchOf(booking)).toMatchObject({ state: 'found', nextAt: null });
    expect(await asked(booking)).toHaveLength(2);
  });

  it('asks nobody whom the appointment finds begun', async () => {
    await interpreters(3);
    const booking = await here.stand.aBooking(here.clinic, { fill: 'waves' });
    await settle();
    here.stand.clock.set(new Date('2026-12-03T14:30:00Z'));
    await here.upkeep.sweep();
    expect(await asked(booking)).toHaveLength(2);
    expect(await searchOf(booking)).toMatchObject({ state: 'nobody-left' });
  });

  it('passes over whoever became busy between looking and asking, and asks the one after', async () => {
    const [first = '', second = '', third = ''] = await interpreters(3);
    const other = await here.stand.aBooking(here.clinic, { time: '14:45' });
    const booking = await here.stand.aBooking(here.clinic);
    await here.stand.nest.get(DirectBooking, { strict: false }).assign(here.clinic.staff, other, { interpreterId: first, agreed: 'by-phone', conflict: 'not-asked' });
    const slots = here.stand.nest.get(OpenSlots, { strict: false });
    const now = await here.stand.database.transaction({ kind: 'job', job: 'advance-search' }, async (tx) =>
      slots.ask(tx, await slots.hold(tx, booking), [first, second, third], { most: 1, inAll: 5, wave: 1 }),
    );
    expect(now).toEqual([second]);
    expect(await open(booking)).toEqual([second]);
  });

  it('leaves out whoever is busy, and asks the one after', async () => {
    const [first, second, third] = await interpreters(3);
    const other = await here.stand.aBooking(here.clinic, { time: '14:45' });
    await here.stand.nest.get(DirectBooking, { strict: false }).assign(here.clinic.staff, other, { interpreterId: first ?? '', agreed: 'by-phone', conflict: 'not-asked' });
    const booking = await here.stand.aBooking(here.clinic, { fill: 'waves' });
    await settle();
    expect((await open(booking)).sort()).toEqual([second, third].sort());
  });

  it('is paused, goes on where it stood, and is stopped for good', async () => {
    await interpreters(5);
    const booking = await here.stand.aBooking(here.clinic, { fill: 'waves' });
    await settle();
    await here.searches.pause(here.clinic.staff, booking);
    await here.searches.pause(here.clinic.staff, booking);
    await goTo('2026-11-24T20:00:00Z');
    expect(await asked(booking)).toHaveLength(2);
    await here.searches.resume(here.clinic.staff, booking);
    await settle();
    expect(await asked(booking)).toHaveLength(4);
    await here.searches.stop(here.clinic.staff, booking);
    await goTo('2026-11-25T20:00:00Z');
    expect(await asked(booking)).toHaveLength(4);
    await expect(here.searches.resume(here.clinic.staff, booking)).rejects.toMatchObject({ kind: 'conflict', code: 'search-state' });
    expect((await timeline(booking)).filter(({ kind }) => kind === 'search').map(({ detail }) => detail.what)).toEqual(['started', 'paused', 'resumed', 'stopped']);
  });
});

describe('two workers at once', () => {
  it('start a wave once', async () => {
    await interpreters(8);
    const booking = await here.stand.aBooking(here.clinic, { fill: 'waves' });
    await here.stand.runJobs();
    here.stand.clock.set(new Date('2026-11-24T13:42:00Z'));
    await Promise.all([here.upkeep.sweep(), here.upkeep.sweep(), here.upkeep.sweep()]);
    expect(await asked(booking)).toHaveLength(4);
    expect(await searchOf(booking)).toMatchObject({ wave: 2 });
  });

  it('are refused by the database, whoever writes: one search for a booking, and nobody asked twice in it', async () => {
    await interpreters(3);
    const booking = await here.stand.aBooking(here.clinic, { fill: 'waves' });
    await settle();
    await expect(writeAgain(here.stand.superuser, 'searches.searches', booking)).rejects.toMatchObject({ constraint: 'searches_pkey' });
    await expect(writeAgain(here.stand.superuser, 'searches.asked', booking, { wave: 2 })).rejects.toMatchObject({
      constraint: 'nobody_is_asked_twice_in_one_search',
    });
  });

  it('of which one died before it asked leave the wave to the sweep', async () => {
    await interpreters(3);
    const booking = await here.stand.aBooking(here.clinic, { fill: 'waves' });
    await here.stand.runJobs();
    await here.stand.superuser.query('truncate graphile_worker._private_jobs');
    for (const id of await open(booking)) await decline(booking, id);
    await here.stand.superuser.query('truncate graphile_worker._private_jobs');
    await here.upkeep.sweep();
    expect(await open(booking)).toHaveLength(1);
  });
});

describe('a booking that nobody said how to fill', () => {
  it('waits for a person, as long as the organisation has not decided otherwise', async () => {
    await interpreters(2);
    const booking = await here.stand.aBooking(here.clinic);
    await settle();
    expect(await searchOf(booking)).toBeUndefined();
    expect(await asked(booking)).toEqual([]);
  });

  it('is filled as the organisation decided, unless somebody was asked by hand', async () => {
    const [first = ''] = await interpreters(3);
    await decide({ filling: { ...filling, way: 'waves' } });
    const booking = await here.stand.aBooking(here.clinic);
    const byHand = await here.stand.aBooking(here.clinic, { time: '10:00', offerTo: [first] });
    await settle();
    expect(await asked(booking)).toHaveLength(2);
    expect(await searchOf(byHand)).toBeUndefined();
  });

  it('that asked somebody while booking has them as its first wave', async () => {
    const all = await interpreters(3);
    const booking = await here.stand.aBooking(here.clinic, { fill: 'waves', offerTo: [all[2] ?? ''] });
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
    const all = await here.stand.aBooking(here.clinic, { fill: 'broadcast' });
    await settle();
    expect(await open(all)).toHaveLength(5);
    await decide({ filling: { ...filling, mostAsked: 3 } });
    const some = await here.stand.aBooking(here.clinic, { fill: 'broadcast', date: '2026-12-04' });
    await settle();
    expect(await open(some)).toHaveLength(3);
  });
});

describe('our own interpreters', () => {
  it('are booked without asking, by the rules', async () => {
    const [near] = await interpreters(1);
    const [own = ''] = await interpreters(1, { home: { latitude: 51.6, longitude: -0.11 }, isInHouse: true });
    const booking = await here.stand.aBooking(here.clinic, { fill: 'in-house' });
    await settle();
    expect(await stateOf(booking)).toBe('confirmed');
    expect(await here.stand.count(`bookings.assignments where booking_id = $1 and interpreter_id = $2`, [booking, own])).toBe(1);
    expect(await asked(booking)).not.toContain(near);
    expect(await searchOf(booking)).toMatchObject({ state: 'found' });
  });

  it('who are busy leave it to the others, who are asked', async () => {
    const [near] = await interpreters(1);
    const [own = ''] = await interpreters(1, { isInHouse: true });
    const other = await here.stand.aBooking(here.clinic, { time: '14:45' });
    await here.stand.nest.get(DirectBooking, { strict: false }).assign(here.clinic.staff, other, { interpreterId: own, agreed: 'in-house', conflict: 'not-asked' });
    const booking = await here.stand.aBooking(here.clinic, { fill: 'in-house' });
    await settle();
    expect(await open(booking)).toEqual([near]);
  });

  it('are nobody’s but the organisation’s that said so', async () => {
    const [theirs] = await interpreters(1, { isInHouse: true });
    here.clinic = await here.stand.aClinic();
    const booking = await here.stand.aBooking(here.clinic, { fill: 'in-house' });
    await settle();
    expect(await stateOf(booking)).toBe('offering');
    expect(await open(booking)).toEqual([theirs]);
  });
});
