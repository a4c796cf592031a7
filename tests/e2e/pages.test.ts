import { Links } from '@dragoman/access';
import { Cancellations } from '@dragoman/bookings';
import { Database } from '@dragoman/platform';
import ical from 'node-ical';
import pg from 'pg';
import { aPatient, aPhone } from '../support/desk';
import { type Booked, end, morning, PagesStand, sharedPhone } from '../support/pages';

let stand: PagesStand;
let superuser: pg.Client;

beforeAll(async () => {
  stand = await PagesStand.open();
  superuser = new pg.Client({ connectionString: stand.database.superuserUrl });
  await superuser.connect();
}, 60_000);

beforeEach(() => stand.clock.set(morning));

afterAll(async () => {
  await superuser?.end();
  await stand?.close();
});

const visit = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${stand.url}${path}`, { redirect: 'manual', ...init });
const read = async (path: string, init: RequestInit = {}): Promise<string> => (await visit(path, init)).text();

const post = (path: string, form: Record<string, string> = {}, cookie = ''): Promise<Response> =>
  visit(path, { method: 'POST', body: new URLSearchParams(form), headers: { cookie } });

const one = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row> =>
  (await superuser.query<Row>(sql, values)).rows[0] as Row;

const answerOf = async ({ bookingId }: Booked): Promise<string | null> =>
  (await one<{ answer: string | null }>('select patient_answer as answer from bookings.bookings where id = $1', [bookingId])).answer;

const wishesOf = async ({ bookingId }: Booked): Promise<unknown[]> =>
  (await superuser.query(`select detail from bookings.entries where booking_id = $1 and kind = 'wished' order by at, id`, [bookingId])).rows.map(
    ({ detail }) => detail,
  );

describe('a patient follows the link in her message', () => {
  it('and reads when, where and with whom, in Arabic, with the English beside', async () => {
    const { path } = await stand.aConfirmedAppointment();
    const page = await read(path);
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('<bdi dir="ltr">17/12/2026</bdi>');
    for (const fact of ['14:30', 'Marlowe Road', 'Room 6', 'Hiba Elamin', 'Thursday', '17 December 2026']) expect(page).toContain(fact);
    expect(page).not.toMatch(/Amna|Antenatal/);
  });

  it('and leaves no copy, no trace for other sites and nothing for search engines', async () => {
    const { path } = await stand.aConfirmedAppointment();
    const { headers } = await visit(path);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*form-action 'self'/);
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('and changes nothing by looking, because link previews look, too', async () => {
    const booked = await stand.aConfirmedAppointment();
    const everything = `select (select count(*) from bookings.entries) || ' ' || (select count(*) from access.links)
      || ' ' || (select count(*) from audit.entries) as counted`;
    const before = await one(everything);
    for (const query of ['', '?lang=en', '?change=1', '?answer=cannot-come']) await read(`${booked.path}${query}`);
    await visit(booked.path, { method: 'HEAD' });
    const back = await visit(`${booked.path}/answer?answer=cannot-come`);
    expect([back.status, back.headers.get('location')]).toEqual([303, booked.path]);
    expect(await one(everything)).toEqual(before);
    expect(await answerOf(booked)).toBeNull();
  });

  it('and answers that she is coming, and can change her mind', async () => {
    const booked = await stand.aConfirmedAppointment();
    const answered = await post(`${booked.path}/answer`, { answer: 'coming', lang: 'ar' });
    expect([answered.status, answered.headers.get('location')]).toEqual([303, `${booked.path}?lang=ar`]);
    expect(await answerOf(booked)).toBe('coming');
    expect(await read(`${booked.path}?lang=ar`)).toContain('حُفظ جوابك');
    expect(await read(`${booked.path}?lang=ar&change=1`)).toContain('value="cannot-come"');
    await post(`${booked.path}/answer`, { answer: 'cannot-come' });
    expect(await answerOf(booked)).toBe('cannot-come');
  });

  it('and asks for another interpreter: the clinic learns the fact and no reason, and her answer stands', async () => {
    const booked = await stand.aConfirmedAppointment();
    await post(`${booked.path}/answer`, { answer: 'coming', lang: 'ar' });
    const wished = await post(`${booked.path}/wish`, { wish: 'another-interpreter', lang: 'ar', reason: 'he knows my family' });
    expect([wished.status, wished.headers.get('location')]).toEqual([303, `${booked.path}?lang=ar&wished=another-interpreter`]);
    expect(await read(`${booked.path}?lang=ar&wished=another-interpreter`)).toContain('أريد شخصًا آخر للترجمة');
    expect(await answerOf(booked)).toBe('coming');
    expect(await wishesOf(booked)).toEqual([{ wish: 'another-interpreter', via: 'page' }]);
  });

  it('and would rather be called: the desk is asked to see to it, and her profile stays as it was', async () => {
    const booked = await stand.aConfirmedAppointment();
    const profileOf = () => one('select * from patients.patients where id = $1', [booked.patientId]);
    const before = await profileOf();
    expect((await post(`${booked.path}/wish`, { wish: 'rather-called', lang: 'ar' })).status).toBe(303);
    expect(await read(`${booked.path}?lang=ar&wished=rather-called`)).toMatch(/role="status".*أفضّل الاتصال بي.*I would rather be called than written to/s);
    expect(await wishesOf(booked)).toEqual([{ wish: 'rather-called', via: 'page' }]);
    expect(await profileOf()).toEqual(before);
  });

  it('and takes it along into her own calendar, as one entry that says when and at which address and nothing more', async () => {
    const { path, bookingId } = await stand.aConfirmedAppointment();
    expect(await read(path)).toContain(`href="${path}/calendar?lang=ar"`);
    const taken = await visit(`${path}/calendar?lang=ar`);
    expect(Object.fromEntries(taken.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="calendar.ics"', 'cache-control': 'no-store',
    });
    const text = await taken.text();
    expect(text).not.toMatch(/METHOD|ORGANIZER|Hiba|Amna|Antenatal|Clinic/);
    const [entry] = Object.values(ical.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT');
    expect(entry).toMatchObject({ uid: bookingId, summary: 'موعدك', location: '14 Marlowe Road, London, Room 6', start: new Date('2026-12-17T14:30:00Z'), end });
  });

  it('and is told that nothing was saved when she wishes for something that is not on the page', async () => {
    const booked = await stand.aConfirmedAppointment();
    expect((await post(`${booked.path}/wish`, { wish: 'coming' })).status).toBe(400);
    expect(await wishesOf(booked)).toEqual([]);
  });

  it('and chooses another language', async () => {
    const { path } = await stand.aConfirmedAppointment();
    expect(await read(`${path}?lang=ti`)).toContain('<html lang="ti" dir="ltr">');
    expect(await read(`${path}?lang=xx`)).toContain('<html lang="ar" dir="rtl">');
  });

  it('and finds her language by its own name where we cannot know it, not English', async () => {
    const { path } = await stand.aConfirmedAppointment({ languages: aPatient().languages.filter(({ role }) => role === 'speaks') });
    const page = await read(path);
    expect(page).toContain('<html lang="mul"');
    expect(page).not.toContain('Marlowe');
  });

  it('and is told in her language when what she sent could not be saved', async () => {
    const booked = await stand.aConfirmedAppointment();
    const answered = await post(`${booked.path}/answer`, { answer: 'cancel', lang: 'ar' });
    expect(answered.status).toBe(400);
    expect(await answered.text()).toContain('لم يُحفظ جوابك');
    expect(await answerOf(booked)).toBeNull();
  });
});

describe('a link that has ended', () => {
  it('says the same, whether it never was, was revoked, is over or the appointment is cancelled', async () => {
    const unknown = await visit('/p/AAAAAAAAAAAAAAAAAAAAAA?lang=so');
    const said = await unknown.text();
    expect(unknown.status).toBe(404);
    expect(said).toContain('Linkigani hadda ma shaqaynayo.');

    const revoked = await stand.aConfirmedAppointment();
    await stand.service(Database).transaction(stand.staff, (tx) => stand.service(Links).revoke(tx, { purpose: 'appointment', subjectId: revoked.bookingId }));
    expect(await read(`${revoked.path}?lang=so`)).toBe(said);

    const cancelled = await stand.aConfirmedAppointment();
    await stand.service(Cancellations).cancel(stand.staff, cancelled.bookingId, 'clinic', 'The doctor is ill');
    expect(await read(`${cancelled.path}?lang=so`)).toBe(said);
    expect(await (await post(`${cancelled.path}/answer`, { answer: 'coming', lang: 'so' })).text()).toBe(said);

    const over = await stand.aConfirmedAppointment();
    stand.clock.set(end);
    expect(await read(`${over.path}?lang=so`)).toBe(said);
  });

  it('takes no wish and no answer any more from a page that was left open, and says so in its language', async () => {
    const unknown = await read('/p/AAAAAAAAAAAAAAAAAAAAAA?lang=so');
    const booked = await stand.aConfirmedAppointment();
    expect(await read(`${booked.path}?lang=so`)).not.toBe(unknown);
    await stand.service(Database).transaction(stand.staff, (tx) => stand.service(Links).revoke(tx, { purpose: 'appointment', subjectId: booked.bookingId }));
    for (const wish of ['another-time', 'another-interpreter', 'wrong-language', 'call-me']) {
      const refused = await post(`${booked.path}/wish`, { wish, lang: 'so' });
      expect([wish, refused.status, await refused.text()]).toEqual([wish, 404, unknown]);
    }
    for (const answer of ['coming', 'cannot-come', 'call-me']) {
      const refused = await post(`${booked.path}/answer`, { answer, lang: 'so' });
      expect([answer, refused.status, await refused.text()]).toEqual([answer, 404, unknown]);
    }
    expect(await answerOf(booked)).toBeNull();
    expect(await wishesOf(booked)).toEqual([]);
  });

  it('speaks every language when none is asked for', async () => {
    const page = await read('/p/AAAAAAAAAAAAAAAAAAAAAA');
    for (const lang of ['ar', 'ti', 'prs', 'so', 'ckb', 'uk', 'en']) expect(page).toContain(`<li lang="${lang}"`);
  });

  it('of an offer does not open a patient’s page, nor the other way round', async () => {
    const booked = await stand.aBooking();
    const [offer = ''] = await stand.offerPaths(booked);
    const appointment = await stand.patientPath(booked);
    expect((await visit(offer.replace('/i/', '/p/'))).status).toBe(404);
    expect((await visit(appointment.replace('/p/', '/i/'))).status).toBe(404);
  });
});

describe('on a phone that others hold', () => {
  const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

  it('the page reveals nothing until the code that the patient chose is given, on any keyboard', async () => {
    const booked = await stand.aConfirmedAppointment(sharedPhone());
    const closed = await read(booked.path);
    expect(closed).not.toMatch(/Marlowe|Hiba|14:30|17\/12|Amna|clinic/i);
    expect(closed).toContain('<title>صفحة</title>');

    const opened = await post(`${booked.path}/code`, { code: '٤٧١١', lang: 'ar' });
    expect(opened.status).toBe(303);
    expect(opened.headers.getSetCookie()[0]).toMatch(new RegExp(`Path=${booked.path}; .*HttpOnly; SameSite=Strict$`));
    expect(await read(booked.path, { headers: { cookie: cookieOf(opened) } })).toContain('Marlowe Road');
    expect(await read(booked.path)).toBe(closed);
  });

  it('nothing is put into a calendar, not even from the opened page', async () => {
    const { path } = await stand.aConfirmedAppointment(sharedPhone());
    const cookie = cookieOf(await post(`${path}/code`, { code: '4711' }));
    expect(await read(path, { headers: { cookie } })).not.toContain('/calendar');
    const taken = await visit(`${path}/calendar?lang=ar`, { headers: { cookie } });
    expect([taken.status, await taken.text()]).toEqual([404, await read('/p/AAAAAAAAAAAAAAAAAAAAAA?lang=ar')]);
  });

  it('an answer counts only from the opened page', async () => {
    const booked = await stand.aConfirmedAppointment(sharedPhone());
    expect((await post(`${booked.path}/answer`, { answer: 'cannot-come' })).status).toBe(303);
    expect(await answerOf(booked)).toBeNull();
    const cookie = cookieOf(await post(`${booked.path}/code`, { code: '4711' }));
    await post(`${booked.path}/answer`, { answer: 'coming' }, cookie);
    expect(await answerOf(booked)).toBe('coming');
    await post(`${booked.path}/wish`, { wish: 'wrong-language' });
    expect(await wishesOf(booked)).toEqual([]);
    await post(`${booked.path}/wish`, { wish: 'wrong-language' }, cookie);
    expect(await wishesOf(booked)).toEqual([{ wish: 'wrong-language', via: 'page' }]);
  });

  it('closes again after half an hour', async () => {
    const { path } = await stand.aConfirmedAppointment(sharedPhone());
    const cookie = cookieOf(await post(`${path}/code`, { code: '4711' }));
    stand.clock.set(new Date(morning.getTime() + 31 * 60_000));
    expect(await read(path, { headers: { cookie } })).not.toContain('Marlowe');
  });

  it('neither another page’s cookie nor the link’s own token opens it', async () => {
    const { path } = await stand.aConfirmedAppointment(sharedPhone());
    const other = await stand.aConfirmedAppointment(sharedPhone());
    const cookie = cookieOf(await post(`${other.path}/code`, { code: '4711' }));
    for (const tried of [cookie, `opened=${path.slice(3)}`, `opened=${other.path.slice(3)}`, 'opened='])
      expect(await read(path, { headers: { cookie: tried } })).not.toContain('Marlowe');
  });

  it('a wrong code, a page without a code, a dead link and too many attempts are answered alike', async () => {
    const { path } = await stand.aConfirmedAppointment(sharedPhone());
    const without = await stand.aConfirmedAppointment({ ...sharedPhone(), pageCode: null });
    const asked = async (at: string, code: string): Promise<string> => {
      const response = await post(`${at}/code`, { code, lang: 'ar' });
      expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
      return (await response.text()).replaceAll(at, '');
    };
    const wrong = await asked(path, '1234');
    expect(wrong).toContain('هذا الرمز لا يعمل');
    expect(await asked(without.path, '4711')).toBe(wrong);
    expect(await asked('/p/AAAAAAAAAAAAAAAAAAAAAA', '4711')).toBe(wrong);
    for (let attempt = 2; attempt <= 5; attempt++) await asked(path, '1234');
    expect(await asked(path, '4711')).toBe(wrong);
  });

  it('stays closed as soon as one of the patient’s channels is not private', async () => {
    const channels = [
      { channel: 'sms', address: aPhone(), safety: 'private', isConfirmed: true },
      { channel: 'email', address: 'amna@mail.example', safety: 'unknown' },
    ] as const;
    const { path } = await stand.aConfirmedAppointment({ channels: [...channels] });
    expect(await read(path)).not.toContain('Marlowe');
  });
});

describe('an interpreter follows the link in an offer', () => {
  it('and sees every fact but who the patient is, before deciding', async () => {
    const booked = await stand.aBooking({ genderWish: { gender: 'woman', strength: 'required' } });
    const [path = ''] = await stand.offerPaths(booked);
    const page = await read(path);
    for (const fact of ['left to answer', 'Thursday 17 December 2026', '14:30–15:10', '40 min', '£', 'Marlowe Road', 'Sudanese Arabic', 'asked for a woman'])
      expect(page).toContain(fact);
    expect(page).not.toMatch(/Amna|Idris|Antenatal|Room 6/);
  });

  it('and accepts: the room is hers to see, and the second to accept is told kindly', async () => {
    const booked = await stand.aBooking({}, 2);
    const [first = '', second = ''] = await stand.offerPaths(booked);
    const accepted = await post(`${first}/accept`);
    expect([accepted.status, accepted.headers.get('location')]).toEqual([303, first]);
    expect(await read(first)).toMatch(/It’s yours.*Room 6/s);

    const lost = await post(`${second}/accept`);
    expect(lost.status).toBe(409);
    expect(await lost.text()).toContain('Somebody else accepted first');
    expect(await read(second)).not.toContain('Room 6');
    expect((await post(`${first}/accept`)).status).toBe(303);
  });

  it('and declines without a reason', async () => {
    const [path = ''] = await stand.offerPaths(await stand.aBooking());
    expect((await post(`${path}/decline`)).status).toBe(303);
    expect(await read(path)).toContain('Thank you for telling us');
    expect((await post(`${path}/accept`)).status).toBe(409);
  });

  it('and is asked, without a word about whom, whether anything stands against it; without an answer nothing is booked', async () => {
    const [path = ''] = await stand.offerPaths(
      await stand.aBooking({ interpreterWishes: { ...aPatient().interpreterWishes, avoidsCommunity: true } }),
    );
    expect(await read(path)).toContain('Is there any reason why you should not interpret');
    const unanswered = await post(`${path}/accept`);
    expect(unanswered.status).toBe(409);
    expect(await unanswered.text()).toMatch(/This job was not booked.*First answer whether anything stands against/s);
    const answers = await Promise.all([1, 2].map(() => post(`${path}/accept`, { conflict: 'none' })));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await read(path)).toContain('It’s yours');
  });

  it('and is told why when she has meanwhile been booked elsewhere', async () => {
    const first = await stand.aBooking({}, 1, { date: '2026-12-09' });
    const second = await stand.aBooking({}, 1, { date: '2026-12-09', interpreters: [...first.interpreters] });
    const [here = ''] = await stand.offerPaths(first);
    const [there = ''] = await stand.offerPaths(second);
    await post(`${here}/accept`);
    const refused = await post(`${there}/accept`);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toMatch(/This job was not booked.*Busy or travelling then\./s);
  });

  it('and learns that the time to answer is over, or that nobody is needed any more', async () => {
    const late = await stand.aBooking();
    const [path = ''] = await stand.offerPaths(late);
    stand.clock.set(new Date('2026-11-27T09:42:00Z'));
    expect(await read(path)).toContain('The time to answer is over');
    expect((await post(`${path}/accept`)).status).toBe(409);
    stand.clock.set(morning);
    const cancelled = await stand.aBooking();
    const [other = ''] = await stand.offerPaths(cancelled);
    await stand.service(Cancellations).cancel(stand.staff, cancelled.bookingId, 'clinic', 'The doctor is ill');
    expect(await read(other)).toContain('No longer needed');
  });

  it('and changes nothing by looking', async () => {
    const booked = await stand.aBooking();
    const [path = ''] = await stand.offerPaths(booked);
    await read(path);
    const back = await visit(`${path}/accept`);
    expect([back.status, back.headers.get('location')]).toEqual([303, path]);
    expect(await one('select state from bookings.offers where booking_id = $1', [booked.bookingId])).toEqual({ state: 'open' });
  });

  it('and gets no hint whether a link that does not work ever did', async () => {
    const unknown = await visit('/i/AAAAAAAAAAAAAAAAAAAAAA');
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain('This link no longer works');
  });
});

describe('what the pages are made of', () => {
  it('a phone loads once and keeps', async () => {
    const page = await read('/p/AAAAAAAAAAAAAAAAAAAAAA');
    const stylesheet = /href="(\/pages\/page\.[0-9a-f]+\.css)"/.exec(page)?.[1] ?? '';
    const { headers, status } = await visit(stylesheet);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const font = /url\("([^"]+noto-sans-arabic[^"]+)"\)/.exec(await read(stylesheet))?.[1] ?? '';
    expect((await visit(font)).headers.get('content-type')).toBe('font/woff2');
    expect((await visit('/pages/none.css')).status).toBe(404);
  });

  it('page and stylesheet together stay under 30 KB', async () => {
    const { path } = await stand.aConfirmedAppointment();
    const page = await read(path);
    const css = await read(/href="(\/pages\/[^"]+)"/.exec(page)?.[1] ?? '');
    expect(Buffer.byteLength(page) + Buffer.byteLength(css)).toBeLessThan(30 * 1024);
  });
});
