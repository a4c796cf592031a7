import { aPhone, aRequest, type Desk, until } from '../support/desk';
import { aDesk } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

let database: TestDatabase;
let server: ServerProcess;
let desk: Desk;

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer({ database, env: { CLOCK_STARTS_AT: '2026-11-24T10:42:00Z' } });
  desk = await aDesk(server.url, database);
}, 120_000);

afterAll(async () => {
  await server?.stop();
  await database?.close();
});

/** What arrived on a phone, once something does that looks like it. */
const textOn = (address: string, words: RegExp): Promise<string> =>
  until(async () => {
    const { phones } = await desk.phones();
    const texts = phones.find((phone) => phone.address === address)?.messages ?? [];
    return texts.find(({ direction, body }) => direction === 'out' && words.test(body))?.body;
  }, `${words} on ${address}`, 60);

const codeOn = async (address: string): Promise<string> => /Reply YES (\d{4})/.exec(await textOn(address, /Reply YES \d{4}/))?.[1] ?? '';

it('two interpreters accept one job by text at once: one wins, the other is told kindly, both on their phones', async () => {
  const site = await desk.addSite();
  const patient = await desk.addPatient();
  const asked = [aPhone(), aPhone()];
  const interpreters = await Promise.all(asked.map((phone, n) => desk.addInterpreter({ displayName: `Interpreter ${n}`, phone })));
  const booking = await desk.book(aRequest(patient, site, { offerTo: interpreters.map(({ id }) => id) }));
  const codes = await Promise.all(asked.map(codeOn));
  await Promise.all(asked.map((phone, n) => desk.replyFrom(phone, `YES ${codes[n]}`)));

  const answers = await Promise.all(asked.map((phone) => textOn(phone, /^(Accepted|Somebody else accepted first\. Thank you for)/)));
  expect(answers.map((text) => text.split(/[:.]/)[0]).sort()).toEqual(['Accepted', 'Somebody else accepted first']);
  const { state, interpreter } = await desk.booking(booking.id);
  expect(state).toBe('confirmed');
  expect(interpreter?.id).toBe(interpreters[answers.findIndex((text) => text.startsWith('Accepted'))]?.id);
}, 120_000);

it('a yes without the code books nobody and is told how, and the code then books', async () => {
  const site = await desk.addSite();
  const patient = await desk.addPatient();
  const phone = aPhone();
  const { id } = await desk.addInterpreter({ phone });
  const booking = await desk.book(aRequest(patient, site, { date: '2026-12-10', offerTo: [id] }));
  const code = await codeOn(phone);
  await desk.replyFrom(phone, 'Yes');
  expect(await textOn(phone, /^Nothing was changed yet/)).toContain(`reply YES ${code} or NO ${code}`);
  expect((await desk.booking(booking.id)).state).toBe('offering');
  await desk.replyFrom(phone, `yes ${code}`);
  await textOn(phone, /^Accepted: Sudanese Arabic, Thursday 10 December 2026/);
  expect((await desk.booking(booking.id)).state).toBe('confirmed');
}, 120_000);

it('a patient asks for another interpreter and another time by text, and the desk has a task for each', async () => {
  const site = await desk.addSite();
  const phone = aPhone();
  const patient = await desk.addPatient({ channels: [{ channel: 'sms', address: phone, safety: 'private' }] });
  const interpreterPhone = aPhone();
  const { id } = await desk.addInterpreter({ phone: interpreterPhone });
  const booking = await desk.book(aRequest(patient, site, { date: '2026-12-11', offerTo: [id] }));
  await desk.replyFrom(interpreterPhone, `YES ${await codeOn(interpreterPhone)}`).then(() => textOn(interpreterPhone, /^Accepted/));
  await textOn(phone, /موعدك/);
  await desk.replyFrom(phone, 'مترجمة أخرى');
  await desk.replyFrom(phone, 'موعد آخر');
  const kinds = await until(async () => {
    const rows = (await desk.today()).queue.filter(({ bookingId }) => bookingId === booking.id);
    return rows.length >= 2 && rows.map(({ kind }) => kind).sort();
  }, 'two tasks');
  expect(kinds).toEqual(['another-interpreter', 'another-time']);
}, 120_000);
