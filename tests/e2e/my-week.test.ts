import type { Interpreter, MyWeek, NewException, WhyNot } from '@dragoman/contracts';
import { aRequest, type Desk } from '../support/desk';
import { signedInPhone } from '../support/my';
import { MY_OPENING, type MyStand, myStand } from '../support/my-stand';

let world: MyStand;

beforeAll(async () => {
  world = await myStand();
}, 120_000);

afterAll(() => world.close());

beforeEach(async () => {
  world.at(MY_OPENING);
  await world.superuser.query('truncate access.sign_in_attempts');
});

const somebody = async (more: Parameters<typeof world.ruth.addInterpreter>[0] = {}): Promise<{ interpreter: Interpreter; phone: Desk }> => {
  const interpreter = await world.ruth.addInterpreter(more);
  return { interpreter, phone: await signedInPhone(world, interpreter) };
};
const weekOf = (phone: Desk): Promise<MyWeek> => phone.request('GET', '/api/my/week');
const change = (phone: Desk, hours: MyWeek['hours'], seen: number | '*' = '*'): Promise<MyWeek> =>
  phone.request('PUT', '/api/my/week', { hours }, { 'if-match': seen === '*' ? '*' : `"${seen}"` });
const except = (phone: Desk, exception: NewException): Promise<MyWeek> => phone.request('POST', '/api/my/exceptions', exception);
const tuesdays = [{ weekday: 2, from: '09:00', to: '13:00' }];
const away = (fromDate: string, toDate = fromDate): NewException => ({ kind: 'away', fromDate, toDate, from: null, to: null });
const whyNot = async (interpreter: Interpreter, date: string, time: string): Promise<WhyNot> => {
  const booking = await world.ruth.book(aRequest(await world.ruth.addPatient(), await world.ruth.addSite(), { date, time }));
  return world.ruth.whyNot(booking.id, interpreter.id);
};
const codesOf = async (...asked: Parameters<typeof whyNot>): Promise<string> => JSON.stringify(await whyNot(...asked));

describe('an interpreter keeps their own week', () => {
  it('in their own zone, and who books looks at it at once', async () => {
    const { interpreter, phone } = await somebody({ zone: 'Europe/Lisbon' });
    const before = await weekOf(phone);
    expect(before).toMatchObject({ zone: 'Europe/Lisbon', exceptions: [], outside: [] });
    expect(before.hours).toHaveLength(7);
    expect((await change(phone, tuesdays, before.revision)).hours).toEqual(tuesdays);
    expect((await world.ruth.request<Interpreter>('GET', `/api/interpreters/${interpreter.id}`)).hours).toEqual(tuesdays);
    // Both clocks say the same that day.
    expect(await codesOf(interpreter, '2026-12-01', '10:00')).not.toContain('not-available');
    expect(await codesOf(interpreter, '2026-12-02', '10:00')).toContain('not-available');
  });

  it('and is told when somebody else changed it since they looked', async () => {
    const { interpreter, phone } = await somebody();
    const { revision } = await weekOf(phone);
    await world.ruth.request('PUT', `/api/interpreters/${interpreter.id}`, { ...interpreter, hours: [{ weekday: 1, from: '08:00', to: '12:00' }], version: interpreter.version });
    await expect(change(phone, tuesdays, revision)).rejects.toMatchObject({ status: 412, code: 'changed-meanwhile' });
    expect((await weekOf(phone)).hours).toEqual([{ weekday: 1, from: '08:00', to: '12:00' }]);
    const put = await phone.sendKeyed('PUT', '/api/my/week', { type: 'application/json', text: JSON.stringify({ hours: tuesdays }) });
    expect(put.status).toBe(428);
  });

  it('and so is a coordinator who saves an older form', async () => {
    const { interpreter, phone } = await somebody();
    await change(phone, tuesdays);
    await expect(world.ruth.request('PUT', `/api/interpreters/${interpreter.id}`, { ...interpreter, displayName: 'Hiba' })).rejects.toMatchObject({ status: 409, code: 'changed-meanwhile' });
  });

  it('by the rules of the coordinator’s form', async () => {
    const { phone } = await somebody();
    await expect(change(phone, [...tuesdays, { weekday: 2, from: '09:00', to: '10:00' }])).rejects.toMatchObject({ status: 409, code: 'hours-twice' });
    await expect(except(phone, away('2026-12-24', '2026-12-20'))).rejects.toMatchObject({ status: 422 });
    await expect(except(phone, { ...away('2026-12-24'), kind: 'extra' })).rejects.toMatchObject({ status: 422 });
    await expect(except(phone, away('2026-11-20'))).rejects.toMatchObject({ status: 422, code: 'exception-over' });
  });

  it('with days off and extra time, which can be taken back', async () => {
    const { interpreter, phone } = await somebody({ hours: tuesdays });
    expect((await except(phone, away('2026-12-01'))).exceptions).toMatchObject([away('2026-12-01')]);
    const week = await except(phone, { kind: 'extra', fromDate: '2026-12-02', toDate: '2026-12-02', from: '09:00', to: '17:00' });
    expect(await codesOf(interpreter, '2026-12-01', '10:00')).toContain('not-available');
    expect(await codesOf(interpreter, '2026-12-02', '10:00')).not.toContain('not-available');
    const [first] = week.exceptions;
    for (let times = 0; times < 2; times++) await phone.request('DELETE', `/api/my/exceptions/${first?.id}`);
    expect((await weekOf(phone)).exceptions.map(({ kind }) => kind)).toEqual(['extra']);
    expect(await codesOf(interpreter, '2026-12-01', '10:00')).not.toContain('not-available');
  });

  it('and nobody else’s', async () => {
    const [mine, theirs] = [await somebody(), await somebody()];
    const [exception] = (await except(theirs.phone, away('2026-12-24'))).exceptions;
    await mine.phone.request('DELETE', `/api/my/exceptions/${exception?.id}`);
    expect((await weekOf(theirs.phone)).exceptions).toHaveLength(1);
  });

  it('which the database knows too', async () => {
    const [mine, theirs] = [await somebody(), await somebody()];
    const client = await world.superuser.connect();
    await client.query('begin; set local role d_interp');
    await client.query(`select set_config('app.interpreter_id', $1, true)`, [mine.interpreter.id]);
    await expect(client.query('delete from interpreters.weekly_hours where interpreter_id = $1', [theirs.interpreter.id])).rejects.toMatchObject({ code: '42501' });
    await client.query('rollback');
    client.release();
  });

  it('jobs that would lie outside are named, and stay booked', async () => {
    const { interpreter, phone } = await somebody();
    const site = await world.ruth.addSite({ name: 'Riverside Health Centre' });
    const booking = await world.ruth.book(aRequest(await world.ruth.addPatient(), site, { date: '2026-12-03', time: '14:30', offerTo: [interpreter.id] }));
    const offerId = booking.offers[0]?.id ?? '';
    await phone.request('POST', `/api/my/offers/${offerId}/accept`, {});
    const outside = [{ offerId, startsAt: '2026-12-03T14:30:00.000Z', endsAt: '2026-12-03T15:10:00.000Z', zone: 'Europe/London', placeName: 'Riverside Health Centre' }];
    expect((await change(phone, tuesdays)).outside).toEqual(outside);
    expect((await world.ruth.booking(booking.id)).state).toBe('confirmed');
    expect((await except(phone, { kind: 'extra', fromDate: '2026-12-03', toDate: '2026-12-03', from: '14:00', to: '16:00' })).outside).toEqual([]);
    expect((await except(phone, away('2026-12-03'))).outside).toEqual(outside);
  });
});
