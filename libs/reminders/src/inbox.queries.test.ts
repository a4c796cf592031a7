import type pg from 'pg';
import type { ReadTx } from '@dragoman/platform';
import { aPhone } from '../../../tests/support/desk';
import type { Clinic } from '../../../tests/support/clinic';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';
import { failuresByTime } from './failure.queries';
import { REPLIES_ON_A_PAGE, repliesByTime } from './inbox.queries';

/** The simulator's carrier takes it, and its receipt says that nothing arrived. */
const NEVER_ARRIVES = '+447700900999';

let stand: RemindersStand;
let clinic: Clinic;

beforeAll(async () => {
  stand = await remindersStand();
  clinic = await stand.aClinic();
});
beforeEach(() => stand.startAgain());
afterAll(() => stand.close());

const read = <T>(work: (tx: ReadTx) => Promise<T>, { staff }: Clinic = clinic): Promise<T> => stand.database.read(staff, work);
const replies = async (of: Clinic = clinic) => (await read((tx) => repliesByTime(tx), of)).items;
const failures = async (of: Clinic = clinic) => (await read((tx) => failuresByTime(tx), of)).items;

/** How many statements a list takes, whatever is on it. */
const statementsOf = (work: (tx: ReadTx) => Promise<unknown>): Promise<number> =>
  read(async (tx) => {
    const client = (await tx.queryRunner?.connect()) as pg.PoolClient;
    const counted = jest.spyOn(client, 'query');
    await work(tx);
    const statements = counted.mock.calls.length;
    counted.mockRestore();
    return statements;
  });

const told = async (channels: { channel: 'sms' | 'email'; address: string; safety: 'private' }[]): Promise<string> => {
  const bookingId = await stand.aConfirmedBooking(clinic, { patientId: await stand.aPatient(clinic, { channels }) });
  await stand.settle();
  return bookingId;
};
const sms = (address: string) => ({ channel: 'sms', address, safety: 'private', isConfirmed: true }) as const;
const email = (address: string) => ({ channel: 'email', address, safety: 'private' }) as const;

const answer = async (address: string, body: string): Promise<void> => {
  stand.clock.set(new Date(stand.clock.now().getTime() + 1000));
  await stand.simulator.reply(clinic.staff, { address, body });
  await stand.settle();
};

describe('the inbox', () => {
  it('has what waits for a person first, with who wrote, about what, and in which language', async () => {
    const phone = aPhone();
    const bookingId = await told([sms(phone)]);
    await answer(phone, 'هل يمكن ابنتي أن تأتي؟');
    await answer(phone, '1');
    const [open, read1] = await replies();
    expect(open).toMatchObject({
      isOpen: true, text: 'هل يمكن ابنتي أن تأتي؟', dir: 'rtl', writtenIn: 'probably Arabic', meaning: null,
      bookingId, language: 'Sudanese Arabic', patientName: 'Amna Idris Osman', interpreterId: null,
    });
    expect(open?.taskId).not.toBeNull();
    expect(read1).toMatchObject({ isOpen: false, text: '1', meaning: 'coming', bookingId, taskId: null, doneBy: null });
  });

  it('keeps an answer open as long as somebody has to act on it', async () => {
    const phone = aPhone();
    await told([sms(phone)]);
    await answer(phone, '2');
    const [reply] = await replies();
    expect(reply).toMatchObject({ isOpen: true, meaning: 'cannot-come' });
    await stand.tasks.done(clinic.staff, reply?.taskId ?? '');
    expect(await replies()).toEqual([expect.objectContaining({ isOpen: false, taskId: null })]);
  });

  it('says who read it once a task is done', async () => {
    const phone = aPhone();
    await told([sms(phone)]);
    await answer(phone, 'Who is this?');
    const [reply] = await replies();
    expect(reply).toMatchObject({ lang: 'und', writtenIn: 'in Latin letters' });
    await stand.tasks.done(clinic.staff, reply?.taskId ?? '');
    expect(await replies()).toEqual([expect.objectContaining({ isOpen: false, doneBy: clinic.staff.accountId })]);
  });

  it('names an interpreter who wrote back', async () => {
    const phone = aPhone();
    const interpreterId = await stand.anInterpreter(clinic, { phone });
    await stand.aBooking(clinic, { offerTo: [interpreterId] });
    await stand.settle();
    await answer(phone, 'Which room?');
    expect(await replies()).toEqual([expect.objectContaining({ interpreterId, interpreterName: 'Hiba Elamin', patientId: null })]);
  });

  it('names nobody for a mail that an agency’s interpreters share', async () => {
    const address = 'desk@agency.example';
    const interpreterId = await stand.anInterpreter(clinic, { email: address });
    await stand.superuser.query(
      `insert into messaging.inbound (id, organisation_id, channel, address, body, lang, dir, received_at) values (gen_random_uuid(), $1, 'email', $2, 'Which room?', 'en', 'ltr', now())`,
      [clinic.staff.organisationId, address],
    );
    const named = async () => (await replies()).map((reply) => reply.interpreterId);
    expect(await named()).toEqual([interpreterId]);
    const agency = await stand.superuser.connect();
    // Not one of the clinic's agencies, only no longer its own.
    await agency.query('set session_replication_role = replica');
    await agency.query('update interpreters.interpreters set agency_id = gen_random_uuid() where id = $1', [interpreterId]);
    await agency.query('set session_replication_role = origin');
    agency.release();
    expect(await named()).toEqual([null]);
  });

  it('finds each patient by their key, however many there are', async () => {
    await stand.superuser.query(
      `insert into patients.patients (id, organisation_id, name, search_text, needs_interpreter, dawn_clock, profile_confirmed_at, created_at)
       select gen_random_uuid(), $1, 'One of many', 'one of many', 'yes', false, now(), now() from generate_series(1, 3000)`,
      [clinic.staff.organisationId],
    );
    await stand.superuser.query('analyze patients.patients');
    const plan = await read(async (tx) => {
      const asked = jest.spyOn(tx, 'query');
      await repliesByTime(tx);
      const [text, values] = asked.mock.calls[0] ?? [''];
      asked.mockRestore();
      const lines = await tx.query<Record<string, string>[]>(`explain ${text}`, values);
      return lines.map((line) => line['QUERY PLAN']).join('\n');
    });
    expect(plan).toMatch(/Index Scan using \w+ on patients p .*\n +Index Cond: .*\bid = CASE/);
  });

  it('never shows the secret part of a link that somebody sends back', async () => {
    const phone = aPhone();
    await told([sms(phone)]);
    await answer(phone, 'https://go.example/p/abcdefghijklmnopqrstuv ?');
    expect((await replies()).map(({ text }) => text)).toEqual(['https://go.example/p/… ?']);
  });

  it('is read page by page over the border between open and done, each reply once', async () => {
    const phone = aPhone();
    const bookingId = await told([sms(phone)]);
    const { organisationId } = clinic.staff;
    await stand.superuser.query(
      `insert into messaging.inbound (id, organisation_id, channel, address, body, lang, dir, received_at, booking_id, meaning)
       select gen_random_uuid(), $1, 'sms', $2, '1', 'und', 'ltr', $3::timestamptz - n / 3 * interval '1 minute', $4, 'coming'
         from generate_series(1, $5) n`,
      [organisationId, phone, stand.clock.now(), bookingId, REPLIES_ON_A_PAGE * 2],
    );
    await stand.superuser.query(
      `insert into reminders.tasks (id, organisation_id, cause, kind, inbound_id, sentence, due_at, state, created_at)
       select gen_random_uuid(), $1, 'inbound:' || id, 'reply-to-read', id, 'Read it.', now(), 'open', now()
         from messaging.inbound order by received_at, id limit $2`,
      [organisationId, REPLIES_ON_A_PAGE + 10],
    );
    const seen: { id: string; isOpen: boolean }[] = [];
    let after: string | undefined;
    do {
      const page = await read((tx) => repliesByTime(tx, after));
      seen.push(...page.items);
      after = page.next ?? undefined;
    } while (after);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(REPLIES_ON_A_PAGE * 2);
    expect(seen.map(({ isOpen }) => isOpen)).toEqual([
      ...Array<boolean>(REPLIES_ON_A_PAGE + 10).fill(true), ...Array<boolean>(REPLIES_ON_A_PAGE - 10).fill(false),
    ]);
  });
});

describe('the list of failures', () => {
  it('has a message that failed everywhere, with where it was tried, and its task', async () => {
    const bookingId = await told([sms(NEVER_ARRIVES), email('amna@nobody.example')]);
    const [task] = (await stand.openTasks(clinic)).filter((open) => open.bookingId === bookingId);
    expect(task?.kind).toBe('message-failed');
    expect(await failures()).toEqual([
      expect.objectContaining({ isOpen: true, tried: ['sms', 'email'], nextChannel: null, taskId: task?.id, language: 'Sudanese Arabic' }),
    ]);
    await stand.tasks.done(clinic.staff, task?.id ?? '');
    expect(await failures()).toEqual([expect.objectContaining({ isOpen: false, taskId: null, doneBy: clinic.staff.accountId })]);
  });

  it('leaves out what another channel carried', async () => {
    const bookingId = await told([sms(NEVER_ARRIVES), email('amna@patients.example')]);
    expect((await stand.messages(bookingId)).filter(({ to }) => to === 'patient').map(({ state }) => state)).toEqual(['failed', 'delivered']);
    expect(await failures()).toEqual([]);
  });

  it('says where it is being tried next', async () => {
    await told([sms(NEVER_ARRIVES), email('amna@patients.example')]);
    await stand.superuser.query(`update messaging.messages set state = 'queued', sent_at = null, delivered_at = null where channel = 'email' and recipient_kind = 'patient'`);
    expect(await failures()).toEqual([expect.objectContaining({ isOpen: false, tried: ['sms'], nextChannel: 'email', taskId: null })]);
  });
});

describe('what is planned', () => {
  const outbox = (only: 'all' | 'paused', of: Clinic = clinic) => read((tx) => stand.reminders.outbox(tx, { only }), of);

  it('is listed soonest first, each as it would be said now', async () => {
    await told([sms(aPhone())]);
    const patientId = await stand.aPatient(clinic, { channels: [{ channel: 'sms', address: aPhone(), safety: 'unsafe' }] });
    await stand.aConfirmedBooking(clinic, { patientId, date: '2026-12-04', time: '14:35' });
    await stand.settle();
    const { items } = await outbox('all');
    // Two days before one and a day before the other is the same hour.
    expect(items.map(({ sentence }) => sentence)).toEqual([
      'Seven days before: text in Arabic',
      'Seven days before: no safe way to write or call, so tell them in person',
      'Two days before: text in Arabic',
      'Day before: text in Arabic',
      'Two days before: no safe way to write or call, so tell them in person',
      'Day before: no safe way to write or call, so tell them in person',
    ]);
    expect((await outbox('paused')).items).toEqual([]);
  });

  it('takes as many statements for many as for one', async () => {
    await told([sms(aPhone())]);
    const one = await statementsOf((tx) => stand.reminders.outbox(tx, { only: 'all' }));
    for (const _ of [1, 2, 3]) await told([sms(aPhone())]);
    expect(await statementsOf((tx) => stand.reminders.outbox(tx, { only: 'all' }))).toBe(one);
    expect(one).toBe(5);
    expect(await statementsOf((tx) => repliesByTime(tx))).toBe(1);
    expect(await statementsOf((tx) => failuresByTime(tx))).toBe(1);
  });
});

it('another organisation sees none of it', async () => {
  const phone = aPhone();
  await told([sms(phone)]);
  await answer(phone, 'Who is this?');
  await told([sms(NEVER_ARRIVES)]);
  const other = await stand.aClinic();
  expect([(await replies()).length, (await failures()).length]).toEqual([1, 1]);
  expect([await replies(other), await failures(other)]).toEqual([[], []]);
  const planned = await read((tx) => stand.reminders.outbox(tx, { only: 'all' }), other);
  expect(planned.items).toEqual([]);
});
