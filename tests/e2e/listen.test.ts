import { Recordings } from '@dragoman/recordings';
import { phrases } from '@dragoman/words';
import { aPatient } from '../support/desk';
import { PagesStand, sharedPhone } from '../support/pages';
import { anMp3, aTone } from '../support/sounds';

let stand: PagesStand;

/** Each phrase has a length of its own, so that what was joined can be told by how long it is. */
const recorded = (sound: (n: number) => Buffer) => phrases.map((name, n) => ({ name, sound: sound(n) }));
const lengthOf = (n: number): number => 0.2 + n / 1000;
const tones = recorded((n) => aTone({ seconds: lengthOf(n), rate: 16_000 }));

beforeAll(async () => {
  stand = await PagesStand.open();
}, 60_000);

beforeEach(() => stand.service(Recordings).keep('apd', tones));

afterAll(() => stand?.close());

const visit = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${stand.url}${path}`, { redirect: 'manual', ...init });

it('a patient listens to when her appointment is, in the words that somebody recorded in her language', async () => {
  const { path } = await stand.aConfirmedAppointment();
  const shown = await visit(path);
  const page = await shown.text();
  expect(page).toContain(`<audio controls="" preload="none" src="${path}/listen"`);
  expect(shown.headers.get('content-security-policy')).toContain(`media-src 'self'`);
  const heard = await visit(`${path}/listen`);
  const sound = Buffer.from(await heard.arrayBuffer());
  expect(heard.status).toBe(200);
  expect(Object.fromEntries(heard.headers)).toMatchObject({
    'content-type': 'audio/wav', 'cache-control': 'no-store', 'content-disposition': 'inline; filename="sound.wav"', 'referrer-policy': 'no-referrer',
  });
  // Thursday 17 December, 14:30, in the afternoon.
  const said = ['reminder', 'weekday-4', 'day-17', 'month-12', 'hour-14', 'minute-30', 'part-afternoon'];
  const seconds = said.reduce((sum, phrase) => sum + lengthOf(phrases.indexOf(phrase)) + 0.15, 0);
  expect((sound.length - 44) / 32_000).toBeCloseTo(seconds, 3);
});

it('a phone that asks for a part gets the part', async () => {
  const { path } = await stand.aConfirmedAppointment();
  const whole = Buffer.from(await (await visit(`${path}/listen`)).arrayBuffer());
  const part = async (range: string) => {
    const answer = await visit(`${path}/listen`, { headers: { range } });
    return [answer.status, answer.headers.get('content-range'), Buffer.from(await answer.arrayBuffer())] as const;
  };
  expect(await part('bytes=0-1')).toEqual([206, `bytes 0-1/${whole.length}`, whole.subarray(0, 2)]);
  expect(await part('bytes=40-')).toEqual([206, `bytes 40-${whole.length - 1}/${whole.length}`, whole.subarray(40)]);
  expect((await part('bytes=9-3'))[0]).toBe(200);
});

it('who reads nothing that we write is not left with names of languages', async () => {
  const { path } = await stand.aConfirmedAppointment({ languages: aPatient().languages.filter(({ role }) => role === 'speaks') });
  expect(await (await visit(path)).text()).toContain(`src="${path}/listen"`);
});

it('on a shared phone nothing is heard before the code', async () => {
  const { path } = await stand.aConfirmedAppointment(sharedPhone());
  expect(await (await visit(path)).text()).not.toContain('<audio');
  expect((await visit(`${path}/listen`)).status).toBe(404);
  const opened = await visit(`${path}/code`, { method: 'POST', body: new URLSearchParams({ code: '4711' }) });
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect(await (await visit(path, { headers: { cookie } })).text()).toContain('<audio');
  expect((await visit(`${path}/listen`, { headers: { cookie } })).status).toBe(200);
});

it('nothing is offered that was not recorded, or that cannot be joined', async () => {
  await stand.service(Recordings).keep('apd', recorded(() => anMp3()));
  const { path } = await stand.aConfirmedAppointment();
  expect(await (await visit(path)).text()).not.toContain('<audio');
  expect((await visit(`${path}/listen`)).status).toBe(404);
  expect((await visit('/p/nothing/listen')).status).toBe(404);
});
