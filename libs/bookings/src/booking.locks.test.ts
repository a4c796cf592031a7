import { randomUUID } from 'node:crypto';
import { newId } from '@dragoman/kernel';
import { type InterpreterActor, lockInterpreters } from '@dragoman/platform';
import pg from 'pg';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { until } from '../../../tests/support/desk';
import { Changes } from './changes.service';
import { DirectBooking } from './direct-booking.service';
import { GivingBack } from './giving-back.service';
import { OfferUpkeep } from './offer-upkeep.job';

let stand: ClinicStand;
let clinic: Clinic;
let somebody: pg.Client;

beforeAll(async () => {
  stand = await clinicStand();
  clinic = await stand.aClinic();
  somebody = new pg.Client({ connectionString: stand.test.superuserUrl });
  await somebody.connect();
});
afterAll(async () => {
  await somebody.end();
  await stand.close();
});
beforeEach(() => stand.clock.set(new Date('2026-11-24T09:42:00Z')));

const as = (interpreterId: string): InterpreterActor => ({ kind: 'interpreter', interpreterId });
const toWait = () =>
  until(async () => (await stand.count(`pg_stat_activity where datname = current_database() and usename = 'dragoman_app' and wait_event_type = 'Lock'`)) > 0, 'somebody to wait', 10);

/** Somebody holds something; `work` begins, waits for it, and goes on when they have done what they do meanwhile. */
const meanwhile = async <T>(hold: [sql: string, values: unknown[]], work: () => Promise<T>, doing: () => Promise<unknown>): Promise<PromiseSettledResult<T>> => {
  await somebody.query('begin');
  await somebody.query(...hold);
  const working = Promise.allSettled([work()]);
  try {
    await toWait();
    await doing();
  } finally {
    await somebody.query('commit');
    await working;
  }
  const [result] = await working;
  return result;
};

const theBooking = (id: string): [string, unknown[]] => ['select from bookings.bookings where id = $1 for update', [id]];
const theCalendar = (interpreterId: string): [string, unknown[]] => ['select pg_advisory_xact_lock(hashtextextended($1, 1))', [interpreterId]];
const offered = async () => {
  const hiba = await stand.anInterpreter(clinic);
  const booking = await stand.aBooking(clinic, { offerTo: [hiba] });
  const [offer = { id: '' }] = await stand.offersOf(booking);
  return { hiba, booking, offer: offer.id };
};
const refused = (code: string) => ({ status: 'rejected', reason: { code } });
const stateOf = async (offer: string): Promise<string> => (await stand.superuser.query('select state from bookings.offers where id = $1', [offer])).rows[0].state;

describe('while somebody holds the booking', () => {
  it('an acceptance waits before it writes anything, and sees that the offer was withdrawn meanwhile', async () => {
    const { hiba, booking, offer } = await offered();
    const accepting = await meanwhile(theBooking(booking), () => stand.acceptance.accept(as(hiba), offer), async () => {
      // Had it written to the offer already, the two would wait for each other, and only its second attempt would see the truth.
      expect(await stand.count('(select from bookings.offers where id = $1 for update skip locked) free', [offer])).toBe(1);
      await somebody.query(`update bookings.offers set state = 'withdrawn' where id = $1`, [offer]);
    });
    expect(accepting).toMatchObject(refused('offer-withdrawn'));
  });

  it('an acceptance waits, and hears that somebody was first who took the place meanwhile', async () => {
    const { hiba, booking, offer } = await offered();
    const first = await stand.anInterpreter(clinic);
    const accepting = await meanwhile(theBooking(booking), () => stand.acceptance.accept(as(hiba), offer), () =>
      somebody.query('update bookings.slots set interpreter_id = $2 where booking_id = $1', [booking, first]));
    expect(accepting).toMatchObject(refused('already-filled'));
    expect(await stateOf(offer)).toBe('open');
  });

  it('whoever comes when the place is taken hears it at once, and waits for nobody', async () => {
    const { hiba, booking, offer } = await offered();
    await stand.superuser.query('update bookings.slots set interpreter_id = $2 where booking_id = $1', [booking, await stand.anInterpreter(clinic)]);
    await somebody.query('begin');
    await somebody.query(...theBooking(booking));
    let isWaiting = true;
    const settled = Promise.allSettled([stand.acceptance.accept(as(hiba), offer)]).finally(() => (isWaiting = false));
    try {
      await until(async () => !isWaiting, 'an answer', 10);
    } finally {
      await somebody.query('commit');
    }
    const [answer] = await settled;
    expect(answer).toMatchObject(refused('already-filled'));
  });

  it('a yes that staff write down waits, and sees that it was cancelled meanwhile', async () => {
    const { hiba, booking } = await offered();
    const heard = { interpreterId: hiba, agreed: 'by-phone', conflict: 'not-asked' } as const;
    const booked = await meanwhile(theBooking(booking), () => stand.nest.get(DirectBooking, { strict: false }).assign(clinic.staff, booking, heard), () =>
      somebody.query(`update bookings.bookings set state = 'cancelled' where id = $1`, [booking]));
    expect(booked).toMatchObject(refused('booking-state'));
    expect(await stand.count('interpreters.commitments where interpreter_id = $1', [hiba])).toBe(0);
  });

  it('whoever gives a job back waits, and hears that it was given to somebody else meanwhile', async () => {
    const { hiba, booking, offer } = await offered();
    await stand.acceptance.accept(as(hiba), offer);
    const givingBack = await meanwhile(theBooking(booking), () => stand.nest.get(GivingBack, { strict: false }).giveBack(as(hiba), offer, null), () =>
      somebody.query(`update bookings.offers set state = 'released', released_why = 'replaced' where id = $1`, [offer]));
    expect(givingBack).toMatchObject(refused('offer-not-yours-any-more'));
  });

  it('the sweep for offers whose time is over waits, and leaves one alone that was answered meanwhile', async () => {
    const { booking, offer } = await offered();
    stand.clock.set(new Date('2026-12-03T14:29:00Z'));
    const expiring = await meanwhile(theBooking(booking), () => stand.nest.get(OfferUpkeep, { strict: false }).expire(), () =>
      somebody.query(`update bookings.offers set state = 'declined' where id = $1`, [offer]));
    expect(expiring.status).toBe('fulfilled');
    expect(await stateOf(offer)).toBe('declined');
  });

  it('and leaves one alone that was given more time meanwhile', async () => {
    const { booking, offer } = await offered();
    stand.clock.set(new Date('2026-12-03T14:29:00Z'));
    await meanwhile(theBooking(booking), () => stand.nest.get(OfferUpkeep, { strict: false }).expire(), () =>
      somebody.query(`update bookings.offers set expires_at = '2026-12-03T14:30Z' where id = $1`, [offer]));
    expect(await stateOf(offer)).toBe('open');
  });
});

describe('while somebody holds an interpreter’s calendar', () => {
  it('an acceptance waits, and is refused by a rule for a time that was taken meanwhile, before the constraint has to speak', async () => {
    const { hiba, booking, offer } = await offered();
    const accepting = await meanwhile(theCalendar(hiba), () => stand.acceptance.accept(as(hiba), offer), () =>
      somebody.query(
        `insert into interpreters.commitments (id, interpreter_id, during, booking_id, modality)
         values ($1, $2, tstzrange('2026-12-03T14:45Z', '2026-12-03T15:00Z'), $3, 'phone')`,
        [newId(), hiba, newId()],
      ));
    expect(accepting).toMatchObject({ status: 'rejected', reason: { code: 'interpreter-busy' } });
    expect(await stand.count(`bookings.bookings where id = $1 and state = 'offering'`, [booking])).toBe(1);
  });

  it('who waits for it holds the booking already: always in that order', async () => {
    const { hiba, booking, offer } = await offered();
    let free: number | null = null;
    await meanwhile(theCalendar(hiba), () => stand.acceptance.accept(as(hiba), offer), async () => {
      free = await stand.count('(select from bookings.bookings where id = $1 for update skip locked) b', [booking]);
    });
    expect(free).toBe(0);
  });

  it('whoever needs two takes them in one order, whichever way round they are named, and holds neither while waiting for the first', async () => {
    const [low = '', high = ''] = [newId(), newId()].sort();
    let isFree: boolean | null = null;
    await meanwhile(theCalendar(low), () => stand.database.transaction({ kind: 'job', job: 'test' }, (tx) => lockInterpreters(tx, [high, low])), async () => {
      isFree = (await stand.superuser.query('select pg_try_advisory_xact_lock(hashtextextended($1, 1)) as free', [high])).rows[0].free;
    });
    expect(isFree).toBe(true);
  });
});

it('whoever answers second hears that somebody was first, whatever else stands against them by now', async () => {
  const [first, second] = [await stand.anInterpreter(clinic), await stand.anInterpreter(clinic)];
  const wanted = { date: '2026-12-08' };
  const both = await stand.offersOf(await stand.aBooking(clinic, { ...wanted, offerTo: [first, second] }));
  const [other] = await stand.offersOf(await stand.aBooking(clinic, { ...wanted, offerTo: [second] }));
  const to = (interpreter: string) => both.find(({ interpreterId }) => interpreterId === interpreter)?.id ?? '';
  await stand.acceptance.accept(as(first), to(first));
  await stand.acceptance.accept(as(second), other?.id ?? '');
  await expect(stand.acceptance.accept(as(second), to(second))).rejects.toMatchObject({ code: 'already-filled' });
});

describe('while a form is being booked', () => {
  it('the same form sent again waits, and is answered with what was booked', async () => {
    const patientId = await stand.aPatient(clinic);
    const first = await stand.aBooking(clinic, { patientId });
    const [requestKey, id] = [randomUUID(), newId()];
    const again = await meanwhile(
      ['select pg_advisory_xact_lock(hashtextextended($1, 2))', [requestKey]],
      () => stand.aBooking(clinic, { patientId, requestKey }),
      async () => {
        await somebody.query(
          `insert into bookings.bookings select (jsonb_populate_record(b, jsonb_build_object('id', $2::text, 'reference', 'D-2', 'request_key', $3::text))).*
             from bookings.bookings b where id = $1`,
          [first, id, requestKey],
        );
        await somebody.query(
          `insert into bookings.slots select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'booking_id', $2::text))).*
             from bookings.slots s where booking_id = $1`,
          [first, id],
        );
      },
    );
    expect(again).toEqual({ status: 'fulfilled', value: id });
  });
});

describe('while somebody writes down that a patient was not understood', () => {
  const writingDown = (patientId: string, booking: string) =>
    somebody.query(
      `insert into bookings.lowered_pairs (id, organisation_id, patient_id, variety_id, interpreter_variety, booking_id, lowered_at)
       values ($1, $2, $3, 'apd', 'shu', $4, now())`,
      [newId(), clinic.staff.organisationId, patientId, booking],
    );
  const whatIsLowered = (patientId: string): [string, unknown[]] => ['select pg_advisory_xact_lock(hashtextextended($1, 160))', [patientId]];
  const loweredOn = async (id: string) => (await stand.superuser.query('select lowered from bookings.bookings where id = $1', [id])).rows;

  it('whoever changes a booking of that patient waits, and the booking knows of it', async () => {
    const patientId = await stand.aPatient(clinic);
    const booking = await stand.aBooking(clinic, { patientId });
    const changes = stand.nest.get(Changes, { strict: false });
    const change = () => changes.change(clinic.staff, booking, { time: '15:30' }, { revision: 'whatever-it-is' });
    await meanwhile(whatIsLowered(patientId), change, () => writingDown(patientId, booking));
    expect(await loweredOn(booking)).toEqual([{ lowered: ['shu'] }]);
  });

  it('a new booking of that patient waits, and knows of it', async () => {
    const patientId = await stand.aPatient(clinic);
    const before = await stand.aBooking(clinic, { patientId });
    const booking = () => stand.aBooking(clinic, { patientId, date: '2026-12-04' });
    const booked = await meanwhile(whatIsLowered(patientId), booking, () => writingDown(patientId, before));
    expect(await loweredOn(booked.status === 'fulfilled' ? booked.value : '')).toEqual([{ lowered: ['shu'] }]);
  });
});

describe('the database, should a lock be forgotten', () => {
  it('refuses to ask one interpreter twice at a time for one booking', async () => {
    const { offer } = await offered();
    const again = `insert into bookings.offers (id, booking_id, organisation_id, interpreter_id, slot_id, state, expires_at, created_at)
      select $2, booking_id, organisation_id, interpreter_id, slot_id, 'open', expires_at, created_at from bookings.offers where id = $1`;
    await expect(stand.superuser.query(again, [offer, newId()])).rejects.toMatchObject({ code: '23505', constraint: 'an_interpreter_is_asked_once_at_a_time' });
  });

  it('refuses to book one request twice', async () => {
    const booking = await stand.aBooking(clinic);
    const again = `insert into bookings.bookings select (jsonb_populate_record(b, jsonb_build_object('id', $2::text, 'reference', 'D-1'))).*
      from bookings.bookings b where id = $1`;
    await expect(stand.superuser.query(again, [booking, newId()])).rejects.toMatchObject({ code: '23505', constraint: 'a_request_is_booked_once' });
  });
});
