import { randomUUID } from 'node:crypto';
import { Acceptance } from '@dragoman/bookings';
import type { ConsentQuestion, EncounterReport, RosterReport } from '@dragoman/contracts';
import { FixedClock } from '@dragoman/kernel';
import pg from 'pg';
import { type TestApp, testApp } from '../support/app';
import { anInterpreter, aPhone, aRequest, type Desk, Refused } from '../support/desk';
import { aDesk } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';

let database: TestDatabase;
let running: TestApp;
let superuser: pg.Client;
let desk: Desk;

beforeAll(async () => {
  database = await testDatabase();
  running = await testApp(database, { clock: new FixedClock(new Date('2026-11-24T09:42:00Z')), listen: true });
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  desk = await aDesk(running.url, database);
}, 120_000);

afterAll(async () => {
  await superuser.end();
  await running.close();
  await database.close();
});

const speaks = (varietyId: string) => ({ varietyId, role: 'speaks' as const, enoughForDoctor: true, learntHow: 'self' as const });
const skill = (varietyId: string, otherId = 'eng') => ({ varietyId, otherId, credential: null, credentialExpiresOn: null });
const interprets = (varietyId: string, otherId = 'eng') => desk.addInterpreter({ phone: aPhone(), skills: [skill(varietyId, otherId)] });
const refusalOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Refused ? error.code : String(error)),
  );

/** By the tables, which know no rules. */
const jobsOf = async (interpreterId: string): Promise<number> =>
  Number(
    (
      await superuser.query(
        `select (select count(*) from bookings.assignments where interpreter_id = $1) + (select count(*) from interpreters.commitments where interpreter_id = $1) + (select count(*) from bookings.offers where interpreter_id = $1 and state in ('open', 'accepted')) as n`,
        [interpreterId],
      )
    ).rows[0].n,
  );

const appointment = async (varieties: string[], more: Partial<ReturnType<typeof aRequest>> = {}) => {
  const [patient, site] = [await desk.addPatient({ languages: varieties.map(speaks) }), await desk.addSite()];
  return { patient, request: aRequest(patient, site, { varietyId: varieties[0] ?? '', ...more }) };
};

/** A patient from Sudan, and a Moroccan interpreter against whom nothing stands but the language. */
const aWorld = async () => {
  const [{ patient, request }, interpreter] = [await appointment(['apd']), await interprets('ary')];
  return { patient, request, interpreter };
};

const onlyTheLanguage = async (bookingId: string, interpreterId: string): Promise<void> =>
  expect(await desk.whyNot(bookingId, interpreterId)).toMatchObject({
    eligible: false,
    level: 'never_auto',
    reasons: [{ code: 'language-not-matched' }],
  });

const reasonsOf = async (bookingId: string, interpreterId: string): Promise<string[]> => {
  const answer = await desk.whyNot(bookingId, interpreterId);
  return answer.eligible ? [] : answer.reasons.map(({ code }) => code);
};

const consentTo = async (request: ReturnType<typeof aRequest>, interpreterVariety: string) => {
  const { offerTo: _, purpose: __, requestKey: ___, consents: ____, ...asked } = request;
  const question = { ...asked, interpreterVariety };
  const { alternativesId } = await desk.request<ConsentQuestion>('POST', '/api/consent-questions', question);
  return { interpreterVariety, how: 'exact-interpreter' as const, alternativesId, standing: false };
};

describe('a level-3 pair is never booked by any path', () => {
  it('whoever else could do all else: the same person in the patient’s own language is booked', async () => {
    const { request } = await aWorld();
    const sudanese = await interprets('apd');
    const booking = await desk.book({ ...request, offerTo: [sudanese.id] });
    expect(booking.offers).toMatchObject([{ interpreterId: sudanese.id, state: 'open' }]);
  });

  it('not by booking with an offer in one call: then nothing is booked', async () => {
    const { patient, request, interpreter } = await aWorld();
    expect(await refusalOf(desk.book({ ...request, offerTo: [interpreter.id] }))).toBe('interpreter-not-possible');
    expect((await superuser.query('select 1 from bookings.bookings where patient_id = $1', [patient.id])).rowCount).toBe(0);
    expect(await jobsOf(interpreter.id)).toBe(0);
  });

  it('not by an offer for a booking that is there', async () => {
    const { request, interpreter } = await aWorld();
    const booking = await desk.book(request);
    await onlyTheLanguage(booking.id, interpreter.id);
    expect(await refusalOf(desk.offer(booking.id, [interpreter.id]))).toBe('interpreter-not-possible');
    expect(await jobsOf(interpreter.id)).toBe(0);
  });

  it('not by writing down a yes that somebody heard', async () => {
    const { request, interpreter } = await aWorld();
    const booking = await desk.book(request);
    await onlyTheLanguage(booking.id, interpreter.id);
    const heard = { interpreterId: interpreter.id, agreed: 'in-house' };
    expect(await refusalOf(desk.request('POST', `/api/bookings/${booking.id}/assignment`, heard))).toBe('interpreter-not-possible');
    expect(await jobsOf(interpreter.id)).toBe(0);
  });

  it('not by an acceptance, once the organisation has ruled the pair out, though the patient had agreed', async () => {
    const { request } = await appointment(['apc']);
    const egyptian = await interprets('arz');
    const booking = await desk.book({ ...request, consents: [await consentTo(request, 'arz')], offerTo: [egyptian.id] });
    const [offer] = booking.offers;
    const ruling = { level: 'never_auto', confidence: 'medium', notFor: [], reason: 'patients did not follow', source: 'our record' };
    await desk.request('PUT', '/api/encounters/apc/arz', ruling);
    const accepting = running.app.get(Acceptance, { strict: false }).accept({ kind: 'interpreter', interpreterId: egyptian.id }, offer?.id ?? '');
    await expect(accepting).rejects.toMatchObject({ code: 'language-not-matched' });
    expect(await desk.booking(booking.id)).toMatchObject({ interpreter: null });
  });

  it.each([
    ['the patient’s', ['ary', 'apd'], ['apd', 'eng']],
    ['the clinic’s', ['fvr', 'apd'], ['ary', 'eng']],
  ] as const)('not on %s side of a relay, though the other side is right', async (_, [nearVariety, nearOther], [farVariety, farOther]) => {
    const { request } = await appointment(['fvr']);
    const [near, far] = [await interprets(nearVariety, nearOther), await interprets(farVariety, farOther)];
    const relay = { pivotId: 'apd', pairs: [{ patientSideId: near.id, clinicSideId: far.id }] };
    const booking = await desk.book({ ...request, requestKey: randomUUID() });
    expect(await refusalOf(desk.request('POST', `/api/bookings/${booking.id}/relays`, relay))).toBe('interpreter-not-possible');
    expect(await refusalOf(desk.book({ ...request, requestKey: randomUUID(), relay }))).toBe('interpreter-not-possible');
    expect([await jobsOf(near.id), await jobsOf(far.id)]).toEqual([0, 0]);
  });

  it('not by the patient’s consent, recorded before or after it is booked', async () => {
    const { request, interpreter } = await aWorld();
    const consent = { ...(await consentTo(request, 'arz')), interpreterVariety: 'ary' };
    expect(await refusalOf(desk.book({ ...request, requestKey: randomUUID(), consents: [consent] }))).toBe('language-not-matched');
    const booking = await desk.book(request);
    expect(await refusalOf(desk.request('POST', `/api/bookings/${booking.id}/consents`, consent))).toBe('language-not-matched');
    expect(await refusalOf(desk.offer(booking.id, [interpreter.id]))).toBe('interpreter-not-possible');
    expect(await jobsOf(interpreter.id)).toBe(0);
  });

  it('not by changing the language of a booking: who was asked or booked for the old one is not kept for the new one', async () => {
    const { request } = await appointment(['apd', 'tir']);
    const [booked, asked] = [await interprets('apd'), await interprets('apd')];
    const booking = await desk.book({ ...request, offerTo: [asked.id] });
    await desk.request('POST', `/api/bookings/${booking.id}/assignment`, { interpreterId: booked.id, agreed: 'by-phone' });
    expect(await refusalOf(desk.changeLanguage(booking.id, 'ary'))).toBe('not-the-patients-language');
    expect(await desk.changeLanguage(booking.id, 'tir')).toMatchObject({ state: 'requested', interpreter: null });
    for (const { id } of [booked, asked]) {
      expect(await reasonsOf(booking.id, id)).toEqual(['language-not-matched']);
      expect(await refusalOf(desk.offer(booking.id, [id]))).toBe('interpreter-not-possible');
      expect(await refusalOf(desk.request('POST', `/api/bookings/${booking.id}/assignment`, { interpreterId: id, agreed: 'by-phone' }))).toBe('interpreter-not-possible');
    }
    const [offer] = booking.offers;
    const late = running.app.get(Acceptance, { strict: false }).accept({ kind: 'interpreter', interpreterId: asked.id }, offer?.id ?? '');
    await expect(late).rejects.toMatchObject({ code: 'offer-withdrawn' });
  });

  it('not by importing somebody whose language is a name for many: the roster is refused whole', async () => {
    const header = 'email,display_name,phone,zone,latitude,longitude,modalities,hourly_rate,language,language_name';
    const line = (language: string) =>
      `${randomUUID()}@roster.example,Hiba Elamin,${aPhone()},Europe/London,51.51,-0.11,in-person; phone,38,${language}`;
    const before = (await superuser.query('select count(*) from interpreters.interpreters')).rows;
    const right = line('apd,Sudanese Arabic');
    for (const macro of ['ara,Arabic', 'kur,Kurdish']) {
      const file = [header, right, line(macro)].join('\r\n');
      const said = await desk.sendTable<RosterReport>('/api/interpreters/roster?dryRun=yes', file);
      expect(said).toMatchObject({ wrongLines: 1, lines: [{ outcome: 'new' }, { outcome: 'wrong', problems: [{ column: 'language' }] }] });
      expect(await refusalOf(desk.sendTable('/api/interpreters/roster', file))).toBe('bad-roster');
    }
    expect((await superuser.query('select count(*) from interpreters.interpreters')).rows).toEqual(before);
    expect(await refusalOf(desk.addInterpreter({ ...anInterpreter(), skills: [skill('ara')] }))).not.toBe('not refused');
  });

  it.each([
    ['a name for many', 'ara,Arabic,apc,Levantine Arabic'],
    ['a name for many, as the interpreter’s', 'apc,Levantine Arabic,ara,Arabic'],
    ['speech for sign', 'bfi,British Sign Language,som,Somali'],
    ['sign for speech', 'som,Somali,bfi,British Sign Language'],
  ])('not by a table of encounters that makes bookable %s: it is refused whole', async (_, pair) => {
    const template = await fetch(`${running.url}/api/encounters/table`, { headers: { cookie: desk.cookies } });
    const [header] = (await template.text()).split('\r\n');
    const right = 'ces,Czech,slk,Slovak,last_resort,medium,,our patients say so,our record,';
    const file = [header, right, `${pair},last_resort,medium,,we want it,our record,`].join('\r\n');
    expect((await desk.sendTable<EncounterReport>('/api/encounters/table?dryRun=yes', file)).complaints.map(({ line }) => line)).toEqual([3]);
    expect(await refusalOf(desk.sendTable('/api/encounters/table', file))).toBe('bad-encounter-file');
    expect((await superuser.query('select 1 from languages.rulings where patient_variety <> $1', ['apc'])).rowCount).toBe(0);
  });
});
