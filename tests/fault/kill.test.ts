import type { BookingDetail, Interpreter, Patient, Site } from '@dragoman/contracts';
import pg from 'pg';
import { aRequest, Desk, linksOn, until } from '../support/desk';
import { firstAdministrator } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

const PATIENT_PHONE = '+447700900482';
const INTERPRETER_PHONE = '+447700900301';
const INTERPRETER_MAIL = 'hiba@interpreters.example';
const LOSER_PHONE = '+447700900302';

/** What the thread must have said in the end, by the simulator's own count: neither more nor less. */
const EXPECTED: Record<string, number> = {
  [`${INTERPRETER_PHONE} offer`]: 1,
  [`${INTERPRETER_MAIL} offer`]: 1,
  [`${LOSER_PHONE} offer`]: 1,
  [`${INTERPRETER_PHONE} confirmed`]: 1,
  [`${INTERPRETER_MAIL} confirmed`]: 1,
  [`${LOSER_PHONE} closed`]: 1,
  [`${PATIENT_PHONE} confirmed`]: 1,
  [`${PATIENT_PHONE} reminder`]: 1,
};

let database: TestDatabase;
let superuser: pg.Client;
let server: ServerProcess;
let desk: Desk;
let kills = 0;

const start = async (): Promise<void> => {
  server = await startServer({ database, env: { CLOCK_STARTS_AT: '2026-11-24T10:42:00Z', PUBLIC_URL: 'http://dragoman.example' } });
  desk = desk?.at(server.url);
};

/** As when somebody pulls the plug: nothing is finished, nothing is closed. */
const pullThePlug = async (): Promise<void> => {
  await server.kill('SIGKILL');
  kills++;
  await start();
};

const here = (link: string): string => link.replace('http://dragoman.example', server.url);

const post = (link: string, form: Record<string, string> = {}): Promise<Response> =>
  fetch(here(link), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form),
  });

const newestLink = (address: string, path: '/i/' | '/p/'): Promise<string> =>
  until(async () => (await linksOn(desk, address)).filter((link) => link.includes(path)).pop(), `a ${path} link on ${address}`, 60);

const said = async (): Promise<Record<string, number>> => {
  const { rows } = await superuser.query<{ what: string; times: number }>(
    `select s.address || ' ' || case when m.kind like 'reminder%' then 'reminder' else regexp_replace(m.kind, '^(job|offer)-', '') end as what,
            count(*)::int as times
       from messaging.simulator_messages s join messaging.messages m on m.id = s.message_id
      where s.direction = 'out' group by 1`,
  );
  return Object.fromEntries(rows.map(({ what, times }) => [what, times]));
};

beforeAll(async () => {
  database = await testDatabase();
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  await start();
}, 120_000);

afterAll(async () => {
  await server?.stop();
  await superuser?.end();
  await database?.close();
});

describe('a program killed ten times on the way', () => {
  it('completes the thread, sends nothing twice and loses nothing', async () => {
    const { email, password } = await firstAdministrator(database);
    desk = new Desk(server.url);
    await desk.signIn(email, password);
    await pullThePlug(); // 1: signed in

    const site: Site = await desk.addSite();
    await pullThePlug(); // 2: a site was added

    const patient: Patient = await desk.addPatient({
      channels: [{ channel: 'sms', address: PATIENT_PHONE, safety: 'private', isConfirmed: true }],
    });
    await pullThePlug(); // 3: a patient was registered

    const winner: Interpreter = await desk.addInterpreter({ phone: INTERPRETER_PHONE, email: INTERPRETER_MAIL });
    const loser: Interpreter = await desk.addInterpreter({ displayName: 'Rasha Abdelrahim', phone: LOSER_PHONE });
    await pullThePlug(); // 4: interpreters were added

    const request = aRequest(patient, site, { offerTo: [winner.id, loser.id] });
    const asked = await desk.book(request);
    await pullThePlug(); // 5: offered, and no job has run yet

    const again: BookingDetail = await desk.book(request);
    expect(again.id).toBe(asked.id);
    const offer = await newestLink(INTERPRETER_PHONE, '/i/');
    await newestLink(LOSER_PHONE, '/i/');
    await pullThePlug(); // 6: the offers were read

    const pressed = post(`${offer}/accept`).catch(() => undefined);
    await pullThePlug(); // 7: in the middle of the acceptance
    await pressed;
    await post(`${offer}/accept`);
    await pullThePlug(); // 8: accepted, and nobody was told yet

    const link = await newestLink(PATIENT_PHONE, '/p/');
    const confirmed = await desk.booking(asked.id);
    expect(confirmed).toMatchObject({ state: 'confirmed', interpreter: { id: winner.id } });
    const reminder = confirmed.next.find(({ kind }) => kind.startsWith('reminder'));
    await desk.sendNow(asked.id, reminder?.intentId ?? '');
    await pullThePlug(); // 9: a reminder was asked for, and is on its way

    await until(async () => (await said())[`${PATIENT_PHONE} reminder`], 'the reminder', 60);
    await post(`${link}/answer`, { answer: 'coming' });
    await pullThePlug(); // 10: she answered

    const done = await until(async () => {
      const seen = await said();
      return Object.keys(EXPECTED).every((what) => (seen[what] ?? 0) >= 1) && (await desk.booking(asked.id));
    }, 'everything to be said', 60);
    expect(done).toMatchObject({ state: 'confirmed', patientAnswer: 'coming' });
    const loserMail = loser.email;
    const counted = Object.fromEntries(Object.entries(await said()).filter(([what]) => !what.startsWith(loserMail)));
    expect(counted).toEqual(EXPECTED);
    expect(Object.values(await said()).every((times) => times === 1)).toBe(true);
    expect(kills).toBe(10);
  }, 240_000);
});
