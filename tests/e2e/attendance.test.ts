import { ClinicianLinks } from '@dragoman/attendance';
import pg from 'pg';
import { aPhone } from '../support/desk';
import { type Booked, morning, PagesStand } from '../support/pages';

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

const at = (time: string): void => stand.clock.set(new Date(`2026-12-17T${time}:00Z`));
const read = async (path: string): Promise<string> => (await fetch(`${stand.url}${path}`)).text();
const post = (path: string, form: Record<string, string>): Promise<Response> =>
  fetch(`${stand.url}${path}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) });

const attested = async ({ bookingId }: Booked): Promise<string[]> =>
  (
    await superuser.query(
      `select side || ' ' || kind || ' ' || to_char(at at time zone 'UTC', 'HH24:MI') as said from attendance.marks
        where booking_id = $1 and voided_by is null order by noted_at, id`,
      [bookingId],
    )
  ).rows.map(({ said }) => said);

describe('on the day, an interpreter opens the page of the job', () => {
  const aJob = async () => {
    const booked = await stand.aConfirmedAppointment();
    const [path = ''] = await stand.offerPaths(booked);
    return { booked, path };
  };

  it('and is shown no buttons before it can be anything but a slip', async () => {
    const { path } = await aJob();
    expect(await read(path)).not.toContain('I have arrived');
    at('12:30');
    expect(await read(path)).toContain('I have arrived');
  });

  it('and says with one tap each that they arrived, that it started and that it finished', async () => {
    const { booked, path } = await aJob();
    at('14:22');
    const first = await post(`${path}/attendance`, { kind: 'arrived' });
    expect([first.status, first.headers.get('location')]).toEqual([303, path]);
    await post(`${path}/attendance`, { kind: 'arrived' });
    expect(await read(path)).toContain('You arrived at 14:22');
    at('14:34');
    await post(`${path}/attendance`, { kind: 'started' });
    at('15:05');
    await post(`${path}/attendance`, { kind: 'finished' });
    expect(await attested(booked)).toEqual(['interpreter arrived 14:22', 'interpreter started 14:34', 'interpreter finished 15:05']);
    expect(await read(path)).toContain('Did you and the patient understand each other?');
  });

  it('and who had no connection then says the time', async () => {
    const { booked, path } = await aJob();
    at('15:00');
    await post(`${path}/attendance`, { kind: 'started', at: '14:36' });
    expect(await attested(booked)).toEqual(['interpreter started 14:36']);
    const ahead = await post(`${path}/attendance`, { kind: 'finished', at: '15:30' });
    expect([ahead.status, await ahead.text()]).toEqual([409, expect.stringContaining('It is 15:00 at the clinic.')]);
  });

  it('and who taps “finished” first is told what to say before', async () => {
    const { booked, path } = await aJob();
    at('15:05');
    const refused = await post(`${path}/attendance`, { kind: 'finished' });
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('Nobody has said that it started.')]);
    expect(await attested(booked)).toEqual([]);
  });
});

describe('a clinician opens the link that the desk gave them', () => {
  const aLink = async (booked: Booked): Promise<string> => `/c/${(await stand.service(ClinicianLinks).issue(stand.staff, booked.bookingId)).token}`;

  it('and reads where, in which languages and through whom, and nothing of the patient', async () => {
    const phone = aPhone();
    const booked = await stand.aConfirmedAppointment({ channels: [{ channel: 'sms', address: phone, safety: 'private', isConfirmed: true }] });
    const page = await read(await aLink(booked));
    for (const fact of ['Thursday 17 December 2026', '14:30–15:10', 'Room 6', 'Sudanese Arabic ↔ English', 'Hiba Elamin', '020 7946 0110', 'Speak to the patient'])
      expect(page).toContain(fact);
    for (const secret of ['Amna', 'Idris', 'Osman', 'Antenatal', phone]) expect(page).not.toContain(secret);
  });

  it('and attests with one tap; looking changes nothing', async () => {
    const booked = await stand.aConfirmedAppointment();
    const path = await aLink(booked);
    at('14:33');
    await read(path);
    expect(await attested(booked)).toEqual([]);
    await post(`${path}/attendance`, { kind: 'started' });
    at('15:12');
    await post(`${path}/attendance`, { kind: 'finished' });
    expect(await attested(booked)).toEqual(['clinic started 14:33', 'clinic finished 15:12']);
    expect(await read(path)).toContain('Did you understand each other?');
    const said = await post(`${path}/understood`, { understood: 'yes' });
    expect(said.status).toBe(303);
    expect(await read(path)).toContain('You said: yes.');
  });

  it('and cannot say what is for the desk to say', async () => {
    const booked = await stand.aConfirmedAppointment();
    const path = await aLink(booked);
    at('14:50');
    expect((await post(`${path}/attendance`, { kind: 'patient-absent' })).status).toBe(403);
    expect(await attested(booked)).toEqual([]);
  });

  it('and a link of another kind, or of nobody, opens nothing', async () => {
    const booked = await stand.aConfirmedAppointment();
    const [offer = ''] = await stand.offerPaths(booked);
    for (const path of [offer.replace('/i/', '/c/'), booked.path.replace('/p/', '/c/'), '/c/nothing']) {
      const answer = await fetch(`${stand.url}${path}`);
      expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('This link no longer works')]);
    }
  });
});
