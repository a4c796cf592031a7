import { aRequest, type Desk, Refused } from '../support/desk';
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

const womanRequired = { genderWish: { gender: 'woman' as const, strength: 'required' as const } };

describe('why not this one', () => {
  it('answers with every failing rule, before and after it is booked', async () => {
    const site = await desk.addSite();
    const patient = await desk.addPatient(womanRequired);
    const osman = await desk.addInterpreter({
      displayName: 'Osman Bakri',
      gender: 'man',
      modalities: ['phone'],
      skills: [{ varietyId: 'arz', credential: 'DPSI Health', credentialExpiresOn: '2026-12-01' }],
    });
    const { offerTo: _, requestKey: __, purpose: ___, ...appointment } = aRequest(patient, site);
    const expected = {
      eligible: false,
      displayName: 'Osman Bakri',
      code: 'language-last-resort',
      reasons: [
        { code: 'language-last-resort', sentence: expect.stringContaining('coordinator and patient must both agree first.') },
        { code: 'modality-not-offered', sentence: 'Works by phone, not in person.' },
        { code: 'gender-required', sentence: 'The patient requires a woman, and only they can lift that.' },
        { code: 'credential-lapsed', sentence: 'Credential DPSI Health lapses on 2026-12-01, before this appointment.' },
      ],
    };
    expect(await desk.request('POST', `/api/candidates/${osman.id}`, appointment)).toMatchObject(expected);
    const booking = await desk.book(aRequest(patient, site));
    expect(await desk.whyNot(booking.id, osman.id)).toMatchObject(expected);
  });

  it('answers for somebody who is possible with the scores that make the match', async () => {
    const hiba = await desk.addInterpreter();
    const booking = await desk.book(aRequest(await desk.addPatient(), await desk.addSite()));
    const answer = await desk.whyNot(booking.id, hiba.id);
    if (!answer.eligible) throw new Error(answer.sentence);
    const weight = answer.scores.reduce((sum, score) => sum + score.weight, 0);
    const total = answer.scores.reduce((sum, score) => sum + score.weight * score.points, 0) / weight;
    expect(answer.match).toBe(Math.round(total * 100));
    expect(answer.scores.map(({ name }) => name)).toEqual(expect.arrayContaining(['exactness', 'fair-share', 'cost']));
    const listed = (await desk.candidates(booking.id)).possible.find(({ interpreterId }) => interpreterId === hiba.id);
    expect(answer).toEqual({ eligible: true, ...listed });
  });

  it('knows nobody who does not exist', async () => {
    const booking = await desk.book(aRequest(await desk.addPatient(), await desk.addSite()));
    const never = '01933333-3333-7333-8333-333333333333';
    await expect(desk.whyNot(booking.id, never)).rejects.toMatchObject(new Refused(404, 'interpreter-not-found', 'There is no such interpreter.'));
  });

  it('never tells the home, nor how far it is', async () => {
    const far = await desk.addInterpreter({ displayName: 'Ikhlas Deng', home: { latitude: 51.3707, longitude: -0.0999 }, radiusKm: 3 });
    const booking = await desk.book(aRequest(await desk.addPatient(), await desk.addSite()));
    const answer = await desk.whyNot(booking.id, far.id);
    expect(answer).toMatchObject({ eligible: false, code: 'outside-area' });
    expect(JSON.stringify(answer)).not.toMatch(/51\.37|0\.0999|\d+(\.\d+)? ?km|home/);
  });
});
