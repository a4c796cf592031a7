import { randomUUID } from 'node:crypto';
import { Accounts } from '@dragoman/access';
import { ClinicianLinks, StillComing } from '@dragoman/attendance';
import type { AttendanceView, ClinicianLink, ConcernsView, EmergencyView } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import pg from 'pg';
import { aPhone, Desk } from '../support/desk';
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

describe('on the page of the job, an interpreter', () => {
  const aJob = async () => {
    const booked = await stand.aConfirmedAppointment();
    const [path = ''] = await stand.offerPaths(booked);
    return { booked, path };
  };

  it('who was asked says that they still come, or that they cannot, and stays booked', async () => {
    const { booked, path } = await aJob();
    expect(await read(path)).not.toContain('Are you still coming?');
    at('11:31');
    await stand.service(StillComing).ask();
    expect(await read(path)).toContain('Are you still coming?');
    await post(`${path}/still-coming`, { answer: 'cannot-come' });
    expect(await read(path)).toContain('You are still booked until the clinic has spoken with you.');
    await post(`${path}/still-coming`, { answer: 'coming' });
    expect(await read(path)).toContain('You said: yes.');
    const { rows } = await superuser.query('select state from bookings.bookings where id = $1', [booked.bookingId]);
    expect(rows).toEqual([{ state: 'confirmed' }]);
  });

  it('who is late says so once, however often they tap', async () => {
    const { booked, path } = await aJob();
    at('14:05');
    await post(`${path}/late`, { minutes: '20' });
    await post(`${path}/late`, { minutes: '20' });
    expect(await read(path)).toContain('You said: about 20 minutes late');
    const { rows } = await superuser.query('select minutes, side from attendance.delays where booking_id = $1', [booked.bookingId]);
    expect(rows).toEqual([{ minutes: 20, side: 'interpreter' }]);
    expect((await post(`${path}/late`, { minutes: '9000' })).status).toBe(400);
  });

  it('who cannot go on gives the job back with one word, and the page says what became of it', async () => {
    const { booked, path } = await aJob();
    await post(`${path}/concern`, { code: 'conflict-of-interest', words: '', leaves: 'yes' });
    const { rows } = await superuser.query('select state, interpreter_id as id from bookings.bookings where id = $1', [booked.bookingId]);
    expect(rows).toEqual([{ state: 'requested', id: null }]);
    expect(await read(path)).not.toContain('I have arrived');
  });
});

describe('at the desk', () => {
  const signedIn = async (role: StaffActor['role']): Promise<Desk> => {
    const email = `${randomUUID()}@clinic.example`;
    const password = 'correct horse battery';
    const { organisationId } = stand.staff;
    await stand.service(Accounts).create({ kind: 'installation', by: 'test' }, { organisationId, name: 'Nadia Rahimi', email, role, password });
    const desk = new Desk(stand.url);
    await desk.signIn(email, password);
    return desk;
  };
  const pathOf = ({ bookingId }: Booked): string => `/api/bookings/${bookingId}`;

  it('somebody says when it started, corrects the time and takes it back, and the other side’s word stays theirs', async () => {
    const booked = await stand.aConfirmedAppointment();
    at('14:40');
    const desk = await signedIn('receptionist');
    await desk.request('POST', `${pathOf(booked)}/attendance`, { kind: 'started' });
    const view = await desk.request<AttendanceView>('POST', `${pathOf(booked)}/attendance`, { kind: 'started', at: '14:32' });
    expect(view.marks.map(({ kind, at: when, by }) => [kind, when, by])).toEqual([['started', '2026-12-17T14:32:00.000Z', 'Nadia Rahimi']]);
    const [mark] = view.marks;
    const after = await desk.request<AttendanceView>('POST', `${pathOf(booked)}/attendance/${mark?.id}/withdrawal`, {});
    expect(after.marks).toEqual([]);
    const { timeline } = await desk.booking(booked.bookingId);
    expect(timeline.filter(({ kind }) => kind === 'attendance').map(({ title }) => title)).toEqual([
      'The clinic says: it started', 'The clinic says: it started', 'Taken back: it started',
    ]);
  });

  it('somebody copies a link for the clinician, which opens', async () => {
    const desk = await signedIn('receptionist');
    const { url, expiresAt } = await desk.request<ClinicianLink>('POST', `${pathOf(await stand.aConfirmedAppointment())}/clinician-link`, {});
    expect(expiresAt).toBe('2026-12-18T15:10:00.000Z');
    expect((await fetch(url)).status).toBe(200);
  });

  it('somebody ends the links that were given out, and a new one opens', async () => {
    const desk = await signedIn('receptionist');
    const path = `${pathOf(await stand.aConfirmedAppointment())}/clinician-link`;
    const links = [await desk.request<ClinicianLink>('POST', path, {}), await desk.request<ClinicianLink>('POST', path, {})];
    await desk.request('DELETE', path);
    const unknown = await fetch(`${stand.url}/c/nothing`);
    const said = await unknown.text();
    for (const { url } of links) {
      const answer = await fetch(url);
      expect([answer.status, await answer.text()]).toEqual([unknown.status, said]);
    }
    expect((await fetch((await desk.request<ClinicianLink>('POST', path, {})).url)).status).toBe(200);
  });

  it('somebody ends the links of an appointment that is over: they would open for another day', async () => {
    const path = pathOf(await stand.aConfirmedAppointment());
    at('14:32');
    const desk = await signedIn('receptionist');
    const isOpen = async () => (await desk.request<AttendanceView>('GET', `${path}/attendance`)).hasOpenLinks;
    expect(await isOpen()).toBe(false);
    const { url } = await desk.request<ClinicianLink>('POST', `${path}/clinician-link`, {});
    for (const kind of ['started', 'finished']) await desk.request('POST', `${path}/attendance`, { kind });
    expect([await isOpen(), (await fetch(url)).status]).toEqual([true, 200]);
    await desk.request('DELETE', `${path}/clinician-link`);
    expect([await isOpen(), (await fetch(url)).status]).toEqual([false, 404]);
  });

  it('a link that nobody ended is open no more a day after the end', async () => {
    const path = pathOf(await stand.aConfirmedAppointment());
    await (await signedIn('receptionist')).request<ClinicianLink>('POST', `${path}/clinician-link`, {});
    stand.clock.set(new Date('2026-12-18T15:10:00Z'));
    const desk = await signedIn('receptionist');
    expect((await desk.request<AttendanceView>('GET', `${path}/attendance`)).hasOpenLinks).toBe(false);
  });

  it('what worries an interpreter is read by a coordinator, and by nobody else', async () => {
    const booked = await stand.aConfirmedAppointment();
    const [path = ''] = await stand.offerPaths(booked);
    await post(`${path}/concern`, { code: 'safety', words: 'Somebody waits outside.' });
    const coordinator = await signedIn('coordinator');
    const { concerns } = await coordinator.request<ConcernsView>('GET', `${pathOf(booked)}/concerns`);
    expect(concerns).toMatchObject([{ code: 'safety', words: 'Somebody waits outside.', stays: true }]);
    const receptionist = await signedIn('receptionist');
    await expect(receptionist.request('GET', `${pathOf(booked)}/concerns`)).rejects.toMatchObject({ status: 403 });
    expect(JSON.stringify(await receptionist.booking(booked.bookingId))).not.toContain('Somebody waits outside.');
  });

  it('who is free now is shown with a number, and an interpreter who does not come is replaced', async () => {
    const booked = await stand.aConfirmedAppointment();
    await stand.aBooking({}, 1, { date: '2026-12-20' });
    at('14:46');
    const desk = await signedIn('receptionist');
    const { ways } = await desk.request<EmergencyView>('GET', `${pathOf(booked)}/emergency`);
    expect(ways.map(({ modality }) => modality)).toEqual(['phone', 'video', 'in-person']);
    expect(ways[0]?.free.some(({ interpreterId }) => booked.interpreters.includes(interpreterId))).toBe(false);
    const { asked } = await desk.request<{ asked: number }>('POST', `${pathOf(booked)}/emergency`, { why: 'absent', modality: 'phone' });
    expect(asked).toBe(ways[0]?.free.length);
    expect(await attested(booked)).toEqual(['clinic interpreter-absent 14:46']);
  });
});
