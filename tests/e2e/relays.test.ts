import type { BookingDetail, BookingRequest, RelayList } from '@dragoman/contracts';
import { aRequest, type Desk, linksOn, until } from '../support/desk';
import { aDesk } from '../support/installation';
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

const skill = (varietyId: string, otherId = 'eng') => ({ varietyId, otherId, credential: null, credentialExpiresOn: null });
const press = (link: string, answer: 'accept' | 'decline'): Promise<Response> =>
  fetch(`${link}/${answer}`, { method: 'POST', redirect: 'manual', headers: { origin: server.url } });
const offerOn = (phone: string): Promise<string> =>
  until(async () => (await linksOn(desk, phone)).filter((link) => link.includes('/i/')).at(-1), `an offer on ${phone}`);

const aWorld = async () => {
  const site = await desk.addSite();
  const patient = await desk.addPatient({ languages: [{ varietyId: 'fvr', role: 'speaks', enoughForDoctor: true, learntHow: 'self' }] });
  const near = await desk.addInterpreter({ displayName: 'Adam Nur', skills: [skill('fvr', 'apd')] });
  const far = await desk.addInterpreter({ displayName: 'Hiba Elamin', skills: [skill('apd')] });
  const request = aRequest(patient, site, { varietyId: 'fvr' });
  const relay: BookingRequest['relay'] = { pivotId: 'apd', pairs: [{ patientSideId: near.id, clinicSideId: far.id }] };
  return { near, far, request, relay };
};
const legStates = ({ relay }: BookingDetail) => relay?.legs.map(({ side, state }) => `${side} ${state}`);

describe('a relay, through HTTP', () => {
  it('is found, booked with both sides asked, and confirmed when both have accepted on their phones', async () => {
    const { near, far, request, relay } = await aWorld();
    const { offerTo: _, purpose: __, requestKey: ___, ...appointment } = request;
    const found = await desk.request<RelayList>('POST', '/api/relays', appointment);
    expect(found.pairs[0]).toMatchObject({ pivotName: 'Sudanese Arabic', patientSide: { displayName: 'Adam Nur' }, clinicSide: { displayName: 'Hiba Elamin' } });
    const booking = await desk.book({ ...request, relay });
    expect(legStates(booking)).toEqual(['patient asking', 'clinic asking']);
    const [nearLink, farLink] = [await offerOn(near.phone), await offerOn(far.phone)];
    expect(await (await fetch(nearLink)).text()).toContain('With a second interpreter: Sudanese Arabic ↔ English.');
    expect((await press(nearLink, 'accept')).status).toBe(303);
    expect(await (await fetch(nearLink)).text()).toContain('Your time is held');
    expect(legStates(await desk.booking(booking.id))).toEqual(['patient held', 'clinic asking']);
    expect((await press(farLink, 'accept')).status).toBe(303);
    expect(await (await fetch(nearLink)).text()).toContain('It’s yours');
    const confirmed = await desk.booking(booking.id);
    expect([confirmed.state, legStates(confirmed)]).toEqual(['confirmed', ['patient booked', 'clinic booked']]);
  });

  it('whose other side declines frees the first, who is told on the page; the booking asks for a person', async () => {
    const { near, far, request, relay } = await aWorld();
    const booking = await desk.book({ ...request, time: '16:30', relay });
    const [nearLink, farLink] = [await offerOn(near.phone), await offerOn(far.phone)];
    await press(nearLink, 'accept');
    await press(farLink, 'decline');
    await until(async () => (await desk.booking(booking.id)).state === 'requested', 'the relay to come to nothing');
    expect(await (await fetch(nearLink)).text()).toContain('The second interpreter was not found');
    expect((await desk.booking(booking.id)).timeline.map(({ title }) => title)).toContain('The relay came to nothing');
  });

  it('books nobody of level 3, on either side, whoever asks the API', async () => {
    const { near, request } = await aWorld();
    const sudanese = await desk.addInterpreter({ skills: [skill('apd')] });
    const booking = await desk.book({ ...request, time: '18:00' });
    const offer = (pair: { patientSideId: string; clinicSideId: string }) =>
      desk.request('POST', `/api/bookings/${booking.id}/relays`, { pivotId: 'apd', pairs: [pair] });
    await expect(offer({ patientSideId: sudanese.id, clinicSideId: near.id })).rejects.toMatchObject({ status: 409, code: 'interpreter-not-possible' });
    const direct = desk.request('POST', `/api/bookings/${booking.id}/assignment`, { interpreterId: sudanese.id, agreed: 'by-phone' });
    await expect(direct).rejects.toMatchObject({ status: 409, code: 'interpreter-not-possible' });
    expect((await desk.booking(booking.id)).offers).toEqual([]);
  });
});

describe('somebody who already said yes, through HTTP', () => {
  it('is booked, told that the job is theirs, and the timeline says who wrote it down', async () => {
    const [site, patient, interpreter] = [await desk.addSite(), await desk.addPatient(), await desk.addInterpreter()];
    const booking = await desk.book(aRequest(patient, site));
    const booked = await desk.request<BookingDetail>('POST', `/api/bookings/${booking.id}/assignment`, {
      interpreterId: interpreter.id,
      agreed: 'by-phone',
    });
    expect([booked.state, booked.interpreter?.id]).toEqual(['confirmed', interpreter.id]);
    expect(booked.timeline.find(({ kind }) => kind === 'confirmed')?.detail).toMatch(/said yes by phone, recorded by .+, every rule checked/);
    const page = await (await fetch(await offerOn(interpreter.phone))).text();
    expect(page).toContain('It’s yours');
  });
});
