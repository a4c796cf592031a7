import { aPhone, aRequest, type Desk, until } from '../support/desk';
import { aDesk } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

/** The simulator's carrier takes it, and its receipt says that nothing arrived. */
const NEVER_ARRIVES = '+447700900999';

let database: TestDatabase;
let server: ServerProcess;
let desk: Desk;

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer({ database, env: { CLOCK_STARTS_AT: '2026-11-24T09:42:00Z' } });
  desk = await aDesk(server.url, database, 'Marlowe Road');
}, 120_000);

afterAll(async () => {
  await server?.stop();
  await database?.close();
});

const confirmed = async (address: string): Promise<string> => {
  const [site, interpreter] = [await desk.addSite(), await desk.addInterpreter()];
  const patient = await desk.addPatient({ channels: [{ channel: 'sms', address, safety: 'private', isConfirmed: true }] });
  const { id } = await desk.book(aRequest(patient, site));
  await desk.request('POST', `/api/bookings/${id}/assignment`, { interpreterId: interpreter.id, agreed: 'by-phone' });
  return id;
};

/** Once the patient has been told about it. */
const told = async (address: string): Promise<string> => {
  const id = await confirmed(address);
  await until(async () => (await desk.booking(id)).timeline.some(({ message }) => message?.to === 'patient' && message.state === 'delivered'), 'the patient to be told');
  return id;
};

it('a reply waits in the inbox with its task until somebody has dealt with it', async () => {
  const phone = aPhone();
  const bookingId = await told(phone);
  await desk.replyFrom(phone, 'هل يمكن ابنتي أن تأتي؟');
  const reply = await until(async () => (await desk.inbox()).items.find(({ task }) => task !== null), 'the reply with its task');
  expect(reply).toMatchObject({
    from: { kind: 'patient', name: 'Amna Idris Osman' },
    appointment: { bookingId, language: 'Sudanese Arabic' },
    original: { text: 'هل يمكن ابنتي أن تأتي؟', lang: 'ar', dir: 'rtl' },
    writtenIn: 'probably Arabic',
    meaning: null,
    suggestion: 'They wrote back in their own words (probably Arabic). Read it with an interpreter and answer.',
    task: { phone },
  });
  await desk.request('POST', `/api/tasks/${reply.task?.id}/done`);
  expect((await desk.inbox()).items[0]).toMatchObject({ id: reply.id, task: null, suggestion: 'Dealt with by Ruth Adeyemi.' });
});

it('a clear answer is shown with what was written down', async () => {
  const phone = aPhone();
  const bookingId = await told(phone);
  await desk.replyFrom(phone, '١');
  const reply = await until(async () => (await desk.inbox()).items.find(({ appointment }) => appointment?.bookingId === bookingId), 'the answer');
  expect(reply).toMatchObject({ meaning: 'coming', suggestion: 'Written down as coming. Nothing more to do.', task: null });
});

it('a message that never arrives is a failure with its reason and a task, until the task is done', async () => {
  const bookingId = await confirmed(NEVER_ARRIVES);
  const failure = await until(async () => (await desk.failures()).items.find(({ task }) => task !== null), 'the failure with its task');
  expect(failure).toMatchObject({
    to: { kind: 'patient', name: 'Amna Idris Osman' },
    appointment: { bookingId },
    title: 'Date and time',
    tried: ['sms'],
    why: 'The carrier says that it did not arrive.',
    message: { lang: 'ar', dir: 'rtl', state: 'failed' },
  });
  expect(failure.follows).toBe('No channel is left to try. Call with an interpreter. Do not leave a message.');
  expect(JSON.stringify(failure)).not.toMatch(/\/p\/[\w-]{8}/);
  const tasks = (await desk.today()).queue.filter(({ kind }) => kind === 'message-failed');
  expect(tasks.map(({ taskId }) => taskId)).toEqual([failure.task?.id]);
  await desk.request('POST', `/api/tasks/${failure.task?.id}/done`);
  expect((await desk.failures()).items[0]).toMatchObject({ id: failure.id, task: null, follows: 'Dealt with by Ruth Adeyemi.' });
});

it('what is planned can be paused and resumed, and everybody sees by whom', async () => {
  const bookingId = await told(aPhone());
  const ours = async (query?: string) => (await desk.outbox(query)).items.filter((row) => row.bookingId === bookingId);
  const [row] = await ours();
  expect(row).toMatchObject({ title: 'Reminder, a week before', planned: { sentence: 'Seven days before: text in Arabic', paused: null }, message: null });
  const path = `/api/bookings/${bookingId}/messages/${row?.planned?.intentId}`;
  await desk.request('POST', `${path}/pause`);
  const [paused, ...others] = await ours('?show=paused');
  expect(others).toEqual([]);
  expect(paused?.planned?.paused).toMatchObject({ by: 'Ruth Adeyemi', resumes: 'at-its-time' });
  expect((await desk.booking(bookingId)).next[0]?.paused).toMatchObject({ by: 'Ruth Adeyemi' });
  await desk.request('POST', `${path}/resume`);
  expect(await ours('?show=paused')).toEqual([]);
  await desk.sendNow(bookingId, row?.planned?.intentId ?? '');
  const sent = await ours('?show=left&channel=sms');
  expect(sent.filter(({ to }) => to.kind === 'patient').map(({ title }) => title)).toEqual(['Reminder, a week before', 'Date and time']);
  expect(JSON.stringify(sent)).not.toMatch(/\/[ip]\/[\w-]{8}/);
});

it('refuses what cannot be asked: the channel of something planned, and a page that never was', async () => {
  await expect(desk.outbox('?show=planned&channel=sms')).rejects.toMatchObject({ status: 422, code: 'invalid-input' });
  for (const list of ['inbox', 'failures', 'outbox'])
    await expect(desk.request('GET', `/api/messages/${list}?after=made-up`)).rejects.toMatchObject({ status: 422, code: 'unknown-page' });
});
