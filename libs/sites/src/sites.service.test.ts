import { randomUUID } from 'node:crypto';
import { newId } from '@dragoman/kernel';
import { Organisations, type Site } from '@dragoman/organisations';
import type { StaffActor } from '@dragoman/platform';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { aSite } from '../../../tests/support/desk';
import { SitesModule } from './sites.module';
import { Sites } from './sites.service';

let stand: ClinicStand;
let clinic: Clinic;
let sites: Sites;

beforeAll(async () => {
  stand = await clinicStand({ imports: [SitesModule] });
  sites = stand.nest.get(Sites, { strict: false });
});
afterAll(() => stand.close());
beforeEach(async () => {
  stand.clock.set(new Date('2026-11-24T09:42:00Z'));
  clinic = await stand.aClinic();
});

const organisations = () => stand.nest.get(Organisations, { strict: false });
const here = (id = clinic.siteId): Promise<Site> => stand.database.read(clinic.staff, (tx) => organisations().site(tx, id));
const factsOf = ({ name, address, zone, latitude, longitude, rooms }: Site) => ({ name, address, zone, latitude, longitude, rooms });
const anotherSite = async (name = `Site ${randomUUID()}`) => (await organisations().addSite(clinic.staff, { ...aSite(), name })).id;
const asInterpreter = (interpreterId: string) => ({ kind: 'interpreter', interpreterId }) as const;
const booked = async () => {
  const hiba = await stand.anInterpreter(clinic);
  const booking = await stand.aBooking(clinic, { offerTo: [hiba] });
  await stand.acceptance.accept(asInterpreter(hiba), (await stand.offersOf(booking))[0]?.id ?? '');
  return { hiba, booking };
};
const trail = async () =>
  (await stand.superuser.query(`select action, details from audit.entries where subject_id = $1 order by at, id`, [clinic.siteId])).rows;

describe('a site that was written down wrongly', () => {
  it('is corrected, once for two who saw the same, and the trail says what', async () => {
    const before = await here();
    const after = await sites.change(clinic.staff, clinic.siteId, { ...factsOf(before), name: 'Marlowe Road', rooms: ['Room 1', 'Room 2'] }, { revision: 1 });
    expect(after).toMatchObject({ name: 'Marlowe Road', rooms: ['Room 1', 'Room 2'], revision: 2 });
    await expect(sites.change(clinic.staff, clinic.siteId, { ...factsOf(before), address: 'Elsewhere' }, { revision: 1 })).rejects.toMatchObject({ code: 'site-changed' });
    expect(await here()).toMatchObject({ name: 'Marlowe Road', address: before.address });
    expect((await trail()).at(-1)).toMatchObject({ action: 'site.changed', details: { changed: ['name', 'rooms'] } });
  });

  it('of two who save at once has the word of one', async () => {
    const facts = factsOf(await here());
    const saved = await Promise.allSettled(['One', 'Two'].map((name) => sites.change(clinic.staff, clinic.siteId, { ...facts, name }, { revision: 1 })));
    expect(saved.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('stays as it is, without a word in the trail, where nothing is different', async () => {
    const before = await here();
    expect(await sites.change(clinic.staff, clinic.siteId, factsOf(before), { revision: 1 })).toMatchObject({ revision: 1 });
    expect((await trail()).map(({ action }) => action)).toEqual(['site.added']);
  });

  it('has its place on the map corrected in the jobs to come there too, and not in those that were', async () => {
    const { hiba } = await booked();
    const past = { latitude: 51.5, longitude: -0.1 };
    await stand.superuser.query(
      `insert into interpreters.commitments (id, interpreter_id, during, booking_id, modality, site_id, latitude, longitude)
       values ($1, $2, '[2026-11-02 10:00Z,2026-11-02 11:00Z)', $3, 'in-person', $4, $5, $6)`,
      [newId(), hiba, newId(), clinic.siteId, past.latitude, past.longitude],
    );
    await sites.change(clinic.staff, clinic.siteId, { ...factsOf(await here()), latitude: 51.6, longitude: -0.2 }, { revision: 1 });
    const { rows } = await stand.superuser.query('select latitude, longitude from interpreters.commitments where interpreter_id = $1 order by during', [hiba]);
    expect(rows).toEqual([past, { latitude: 51.6, longitude: -0.2 }]);
  });

  it('keeps its clocks while something is to come that was agreed on them', async () => {
    const { booking } = await booked();
    const facts = { ...factsOf(await here()), zone: 'Europe/Paris' };
    await expect(sites.change(clinic.staff, clinic.siteId, facts, { revision: 1 })).rejects.toMatchObject({ code: 'site-clocks-agreed', details: { appointments: [{ bookingId: booking }] } });
    await stand.cancellations.cancel(clinic.staff, booking, 'clinic', 'Moved elsewhere');
    expect(await sites.change(clinic.staff, clinic.siteId, facts, { revision: 1 })).toMatchObject({ zone: 'Europe/Paris' });
    await expect(sites.change(clinic.staff, clinic.siteId, { ...facts, zone: 'Europe/Nowhere' }, { revision: 2 })).rejects.toMatchObject({ code: 'unknown-zone' });
  });

  it('of another organisation is not there', async () => {
    const other = await stand.aClinic();
    await expect(sites.change(other.staff, clinic.siteId, factsOf(await here()), { revision: 1 })).rejects.toMatchObject({ code: 'site-not-found' });
    await expect(sites.close(other.staff, clinic.siteId)).rejects.toMatchObject({ code: 'site-not-found' });
    await expect(sites.reopen(other.staff, clinic.siteId)).rejects.toMatchObject({ code: 'site-not-found' });
  });

  it('may not take the name of another', async () => {
    await anotherSite('Eastgate');
    await expect(sites.change(clinic.staff, clinic.siteId, { ...factsOf(await here()), name: 'eastgate' }, { revision: 1 })).rejects.toMatchObject({ code: 'site-name-taken' });
  });
});

describe('a site where nobody comes any more', () => {
  it('is not closed while somebody is expected there, and it is said who', async () => {
    const { booking } = await booked();
    const open = await stand.aBooking(clinic, { date: '2026-12-05', time: '09:00' });
    await expect(sites.close(clinic.staff, clinic.siteId)).rejects.toMatchObject({
      code: 'site-has-appointments',
      message: expect.stringMatching(/^2 appointments are still to come here: D-\d+ on Thursday 3 December 2026, 14:30; D-\d+ on Saturday 5 December 2026, 09:00\. /),
      details: { appointments: [{ bookingId: booking }, { bookingId: open }] },
    });
    expect(await here()).toMatchObject({ closedAt: null });
    for (const id of [booking, open]) await stand.cancellations.cancel(clinic.staff, id, 'clinic', 'Moved elsewhere');
    expect(await sites.close(clinic.staff, clinic.siteId)).toMatchObject({ closedAt: new Date('2026-11-24T09:42:00Z') });
  });

  it('is closed although people came there before, and their bookings still say where', async () => {
    const booking = await stand.aBooking(clinic);
    stand.clock.set(new Date('2026-12-04T09:00:00Z'));
    await sites.close(clinic.staff, clinic.siteId);
    expect(await stand.count('bookings.bookings b join organisations.sites s on s.id = b.site_id where b.id = $1', [booking])).toBe(1);
  });

  it('is closed once by two presses, opened again once, and the trail says both', async () => {
    await sites.close(clinic.staff, clinic.siteId);
    stand.clock.set(new Date('2026-11-24T10:00:00Z'));
    expect(await sites.close(clinic.staff, clinic.siteId)).toMatchObject({ closedAt: new Date('2026-11-24T09:42:00Z') });
    expect(await sites.reopen(clinic.staff, clinic.siteId)).toMatchObject({ closedAt: null });
    expect(await sites.reopen(clinic.staff, clinic.siteId)).toMatchObject({ closedAt: null });
    expect((await trail()).map(({ action }) => action)).toEqual(['site.added', 'site.closed', 'site.reopened']);
  });

  it('is not booked, nor anything moved there', async () => {
    const away = await anotherSite();
    const booking = await stand.aBooking(clinic);
    await sites.close(clinic.staff, away);
    await expect(stand.aBooking({ ...clinic, siteId: away })).rejects.toMatchObject({ code: 'site-closed' });
    await expect(stand.superuser.query('update bookings.bookings set site_id = $1 where id = $2', [away, booking])).rejects.toMatchObject({ constraint: 'a_closed_site_takes_no_bookings' });
  });

  /** What is done in another transaction is not committed before `meanwhile` waits for it. */
  const interleaved = async (sql: string, values: unknown[], meanwhile: () => Promise<unknown>): Promise<unknown> => {
    const other = await stand.superuser.connect();
    try {
      await other.query('begin');
      await other.query(sql, values);
      const outcome = meanwhile().then(() => 'done', (error: unknown) => error);
      for (let waits = 0; waits === 0; ) waits = await stand.count(`pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
      await other.query('commit');
      return await outcome;
    } finally {
      other.release();
    }
  };

  it('is not closed where somebody books in the same moment, and committed first', async () => {
    const [away, booking] = [await anotherSite(), await stand.aBooking(clinic)];
    expect(await interleaved('update bookings.bookings set site_id = $1 where id = $2', [away, booking], () => sites.close(clinic.staff, away))).toMatchObject({ code: 'site-has-appointments' });
  });

  it('is not booked where somebody closes it in the same moment, and committed first', async () => {
    const patientId = await stand.aPatient(clinic);
    // As `holdSite` and `saveSite` do it.
    const closing = `with held as (select id from organisations.sites where id = $1 for update) update organisations.sites s set closed_at = now() from held where s.id = held.id`;
    expect(await interleaved(closing, [clinic.siteId], () => stand.aBooking(clinic, { patientId }))).toMatchObject({ code: 'site-closed' });
  });
});

it('is for nobody but its own staff to change: the database refuses everybody else', async () => {
  const interpreter = await stand.anInterpreter(clinic);
  const stranger: StaffActor = (await stand.aClinic()).staff;
  for (const actor of [asInterpreter(interpreter), stranger, { kind: 'job', job: 'test' } as const])
    await stand.database.transaction(actor, (tx) => tx.query('update organisations.sites set name = $1 where id = $2', ['Taken', clinic.siteId])).catch(() => undefined);
  expect(await here()).toMatchObject({ name: expect.not.stringMatching('Taken') });
});
