import { randomUUID } from 'node:crypto';
import type { AskedWay, BookingDetail, CandidateList, ConsentQuestion } from '@dragoman/contracts';
import { anInterpreter, aPhone, aRequest, type Desk, linksOn, type Refused, until } from '../support/desk';
import { aColleague, aDesk } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

let database: TestDatabase;
let server: ServerProcess;
let desk: Desk;

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer({ database, env: { CLOCK_STARTS_AT: '2026-11-24T09:42:00Z' } });
  desk = await aDesk(server.url, database);
}, 120_000);

afterAll(async () => {
  await server?.stop();
  await database?.close();
});

const speaks = (varietyId: string) => ({ languages: [{ varietyId, role: 'speaks' as const, enoughForDoctor: true, learntHow: 'self' as const }] });
const interprets = (varietyId: string) => ({ ...anInterpreter(), phone: aPhone(), skills: [{ varietyId, credential: null, credentialExpiresOn: null }] });
const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'allowed', (error: Refused) => error.code);

/** A patient of one variety, an Egyptian interpreter, and what the desk would send to book them. */
const scene = async (varietyId: string, more: Partial<ReturnType<typeof aRequest>> = {}) => {
  const [site, patient, interpreter] = [await desk.addSite(), await desk.addPatient(speaks(varietyId)), await desk.addInterpreter(interprets('arz'))];
  const wanted = aRequest(patient, site, { varietyId, ...more });
  const { offerTo: _, purpose: __, requestKey: ___, consents: ____, ...appointment } = wanted;
  const ask = { ...appointment, interpreterVariety: 'arz' };
  const { alternativesId } = await desk.request<ConsentQuestion>('POST', '/api/consent-questions', ask);
  return { wanted, appointment, interpreter, alternativesId };
};
const yes = (alternativesId: string | null, how: AskedWay = 'exact-interpreter', more: object = {}) => ({
  interpreterVariety: 'arz', how, alternativesId, standing: false, ...more,
});

describe('the API refuses what the screen refuses', () => {
  it.each([
    ['a relative’s yes', 'apc', (id: string) => yes(id, 'relative'), 'consent-not-theirs'],
    ['what the record says', 'apc', (id: string) => yes(id, 'record'), 'consent-not-theirs'],
    ['a guess', 'apc', (id: string) => yes(id, 'assumed'), 'consent-not-theirs'],
    ['an earlier yes that nobody gave', 'apc', (id: string) => yes(id, 'stated-earlier'), 'not-stated-earlier'],
    ['a yes before other dates were shown', 'apc', () => yes(null), 'alternatives-first'],
    ['other dates of another appointment', 'apc', () => yes(randomUUID()), 'alternatives-first'],
    ['a yes for later bookings too, where little is known', 'apc', (id: string) => yes(id, 'own-recording', { standing: true }), 'consent-cannot-stand'],
    ['a yes to what is never booked', 'apc', (id: string) => yes(id, 'own-recording', { interpreterVariety: 'ary' }), 'language-not-matched'],
  ] as const)('%s', async (_, variety, consent, code) => {
    const { wanted, interpreter, alternativesId } = await scene(variety);
    expect(await codeOf(desk.book({ ...wanted, consents: [consent(alternativesId)], offerTo: [interpreter.id] }))).toBe(code);
    const booking = await desk.book({ ...wanted, requestKey: randomUUID() });
    expect(await codeOf(desk.request('POST', `/api/bookings/${booking.id}/consents`, consent(alternativesId)))).toBe(code);
    expect(await codeOf(desk.request('POST', `/api/bookings/${booking.id}/offers`, { interpreterIds: [interpreter.id] }))).toBe('interpreter-not-possible');
  });

  it.each(['consent-to-treatment', 'safeguarding', 'mental-health', null] as const)('a last resort about %s', async (topic) => {
    const { wanted, alternativesId } = await scene('apd', { topic });
    expect(await codeOf(desk.book({ ...wanted, consents: [yes(alternativesId)] }))).toBe('not-for-topic');
  });

  it('a last resort that only one person looked at', async () => {
    const { wanted, interpreter, alternativesId } = await scene('apd');
    const booking = await desk.book({ ...wanted, consents: [yes(alternativesId)] });
    const [consent] = booking.consents;
    expect(consent).toMatchObject({ state: 'waits-for-coordinator', isOwn: true });
    expect(await codeOf(desk.request('POST', `/api/bookings/${booking.id}/offers`, { interpreterIds: [interpreter.id] }))).toBe('interpreter-not-possible');
    const decision = `/api/bookings/${booking.id}/consents/${consent?.id}/decision`;
    expect(await codeOf(desk.request('POST', decision, { agrees: 'yes' }))).toBe('agreement-by-the-same-person');
    const people = [];
    for (const role of ['receptionist', 'coordinator'] as const) {
      people.push(await aColleague(desk, server.url, { name: `A ${role}`, email: `${randomUUID()}@clinic.example`, role, password: 'correct horse battery' }));
    }
    const [receptionist, coordinator] = people as [Desk, Desk];
    expect(await codeOf(receptionist.request('POST', decision, { agrees: 'yes' }))).not.toBe('allowed');
    await coordinator.request('POST', decision, { agrees: 'yes' });
    expect(await codeOf(desk.request('POST', `/api/bookings/${booking.id}/offers`, { interpreterIds: [interpreter.id] }))).toBe('allowed');
  });

  it('a question about understanding before it is over', async () => {
    const { wanted } = await scene('apc');
    const booking = await desk.book(wanted);
    const said = { understood: true, askedHow: 'another-interpreter' };
    expect(await codeOf(desk.request('POST', `/api/bookings/${booking.id}/understanding`, said))).toBe('nobody-interpreted');
  });
});

describe('the list of interpreters before booking', () => {
  it('counts the patient’s own yes, and not a relative’s', async () => {
    const { appointment, interpreter } = await scene('apc');
    const possible = async (how: AskedWay) =>
      (await desk.request<CandidateList>('POST', '/api/candidates', { ...appointment, consents: [{ interpreterVariety: 'arz', how }] })).possible
        .map(({ interpreterId }) => interpreterId)
        .includes(interpreter.id);
    expect([await possible('exact-interpreter'), await possible('relative')]).toEqual([true, false]);
  });
});

it('does not let an offer be accepted after the patient took the consent back', async () => {
  const { wanted, interpreter, alternativesId } = await scene('apc');
  const booking = await desk.book({ ...wanted, consents: [yes(alternativesId)], offerTo: [interpreter.id] });
  const [link] = await until(async () => {
    const links = await linksOn(desk, interpreter.phone);
    return links.length > 0 && links;
  }, 'the offer');
  await desk.request<BookingDetail>('POST', `/api/bookings/${booking.id}/consents/${booking.consents[0]?.id}/withdrawal`);
  const answer = await fetch(`${link}/accept`, { method: 'POST', redirect: 'manual' });
  expect(answer.status).toBe(409);
  expect((await desk.booking(booking.id)).interpreter).toBeNull();
}, 60_000);
