import { Links } from '@dragoman/access';
import { Changes, GivingBack } from '@dragoman/bookings';
import { type AlertsStand, alertsStand } from '../../../tests/support/alerts';
import type { Clinic } from '../../../tests/support/clinic';
import { aPhone, until } from '../../../tests/support/desk';
import { alertsOfBooking, standingAlerts } from './alert.queries';
import { TellContacts } from './tell-contacts.job';

let stand: AlertsStand;
let clinic: Clinic;
let ruth: { name: string; telephone: string | null; email: string | null };

beforeAll(async () => {
  stand = await alertsStand();
});
beforeEach(async () => {
  stand.clock.set(new Date('2026-11-24T09:42:00Z'));
  clinic = await stand.aClinic();
  ruth = { name: 'Ruth Adeyemi', telephone: aPhone(), email: 'ruth@example.org' };
  await stand.policyOf(clinic, { alerts: { contacts: [ruth] } });
});
afterAll(() => stand.close());

/** Thursday 3 December, 14:30, asked for nine days before. */
const booked = (changes: Parameters<AlertsStand['aBooking']>[1] = {}) => stand.aBooking(clinic, changes);
const raise = (bookingId: string, more: { cause?: string; detail?: string } = {}) =>
  stand.database.transaction(clinic.staff, (tx) =>
    stand.alerts.raise(tx, { organisationId: clinic.staff.organisationId, bookingId, kind: 'nobody-left', ...more }),
  );
const states = async (bookingId: string) => (await stand.alertsOf(bookingId)).map(({ kind, state, because }) => [kind, state, because]);
const tokenIn = (body: string): string => /\/n\/(\S+)/.exec(body)?.[1] ?? '';

describe('an alert', () => {
  it('is raised once by its cause, however often, and by two workers at once', async () => {
    const bookingId = await booked();
    const raised = await Promise.all([raise(bookingId), raise(bookingId), raise(bookingId)]);
    expect(raised.filter(Boolean)).toHaveLength(1);
    expect(await raise(bookingId)).toBeNull();
    expect(await stand.alertsOf(bookingId)).toHaveLength(1);
  });

  it('is written to whoever is on duty, by text and by mail, without the name of the patient', async () => {
    const bookingId = await booked();
    await raise(bookingId, { detail: 'Three interpreters were asked.' });
    await stand.settle();
    const written = await stand.written(bookingId);
    expect(written.map(({ channel, address, name, state }) => ({ channel, address, name, state }))).toEqual([
      { channel: 'sms', address: ruth.telephone, name: 'Ruth Adeyemi', state: 'delivered' },
      { channel: 'email', address: 'ruth@example.org', name: 'Ruth Adeyemi', state: 'delivered' },
    ]);
    for (const { body } of written) {
      expect(body).toContain('Everybody who was asked said no, or did not answer. Three interpreters were asked.');
      expect(body).toContain('Sudanese Arabic');
      expect(body).toMatch(/https:\/\/go\.example\/n\/[\w-]{22}/);
      expect(body).not.toMatch(/Amna|Osman/);
    }
  });

  it('is sent again every quarter of an hour, at night too, until it was sent as often as may be', async () => {
    await stand.policyOf(clinic, { alerts: { contacts: [{ ...ruth, email: null }], repeatMinutes: 15, mostTimes: 3 } });
    const bookingId = await booked();
    stand.clock.set(new Date('2026-11-25T23:50:00Z'));
    await raise(bookingId);
    await stand.settle();
    const counts = [];
    for (const at of ['23:55', '24:05', '24:20', '24:35', '25:50']) {
      const [hour = 0, minute = 0] = at.split(':').map(Number);
      await stand.goTo(new Date(Date.UTC(2026, 10, 25, hour, minute)).toISOString());
      counts.push((await stand.written(bookingId)).length);
    }
    expect(counts).toEqual([1, 2, 3, 3, 3]);
    expect(await states(bookingId)).toEqual([['nobody-left', 'open', null]]);
  });

  it('is written by two workers at once as often as by one', async () => {
    const bookingId = await booked();
    await raise(bookingId);
    const telling = stand.nest.get(TellContacts, { strict: false });
    const waiting = () => stand.count(`pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    const inTheWay = await stand.superuser.connect();
    // The first is held back in the middle of telling, so that the second surely looks meanwhile.
    await inTheWay.query('begin; lock table alerts.notices in exclusive mode');
    const one = telling.sweep();
    await until(async () => (await waiting()) === 1, 'the first to be in the middle of it');
    let isPassedOver = false;
    const other = telling.sweep().then(() => (isPassedOver = true));
    await until(async () => isPassedOver || (await waiting()) === 2, 'the second to pass it over, or to tell it too');
    await inTheWay.query('commit');
    inTheWay.release();
    await Promise.all([one, other]);
    await stand.settle();
    expect(await stand.written(bookingId)).toHaveLength(2);
    expect(await stand.count('alerts.notices n join alerts.alerts a on a.id = n.alert_id where a.booking_id = $1', [bookingId])).toBe(1);
  });

  it('is in the console where nobody is named, and reaches whoever is named later', async () => {
    await stand.policyOf(clinic, {});
    const bookingId = await booked();
    await raise(bookingId);
    await stand.settle();
    expect(await stand.written(bookingId)).toEqual([]);
    expect(await stand.database.read(clinic.staff, (tx) => standingAlerts(tx, clinic.staff.organisationId))).toMatchObject([{ bookingId, notices: 0 }]);
    await stand.policyOf(clinic, { alerts: { contacts: [ruth] } });
    await stand.goTo('2026-11-24T09:58:00Z');
    expect(await stand.written(bookingId)).toHaveLength(2);
  });
});

describe('who sees to it', () => {
  it('stands on the alert with the hour, and nobody is written to again', async () => {
    const bookingId = await booked();
    const id = (await raise(bookingId)) ?? '';
    await stand.settle();
    await stand.alerts.acknowledge(clinic.staff, id);
    await stand.goTo('2026-11-24T11:00:00Z');
    expect(await stand.written(bookingId)).toHaveLength(2);
    const [alert] = await stand.database.read(clinic.staff, (tx) => alertsOfBooking(tx, { organisationId: clinic.staff.organisationId, id: bookingId }));
    expect(alert).toMatchObject({ state: 'acknowledged', acknowledgedBy: clinic.staff.accountId, acknowledgedAt: new Date('2026-11-24T09:42:00Z') });
    expect(await stand.count(`audit.entries where subject_id = $1 and action = 'alert.acknowledged'`, [id])).toBe(1);
  });

  it('stays the first of two who say so at once', async () => {
    const bookingId = await booked();
    const id = (await raise(bookingId)) ?? '';
    await stand.settle();
    const [text] = await stand.written(bookingId);
    const link = await stand.nest.get(Links, { strict: false }).resolve(tokenIn(text?.body ?? ''), 'alert');
    if (link?.state !== 'open') throw new Error('the link in the text does not open');
    await Promise.all([stand.alerts.acknowledgeByLink(link.subjectId), stand.alerts.acknowledge(clinic.staff, id)]);
    await stand.alerts.acknowledgeByLink(link.subjectId);
    expect(await stand.count(`audit.entries where subject_id = $1 and action = 'alert.acknowledged'`, [id])).toBe(1);
  });

  it('is by the link whoever it was written to', async () => {
    const bookingId = await booked();
    await raise(bookingId);
    await stand.settle();
    const [text] = await stand.written(bookingId);
    const link = await stand.nest.get(Links, { strict: false }).resolve(tokenIn(text?.body ?? ''), 'alert');
    if (link?.state !== 'open') throw new Error('the link in the text does not open');
    await stand.alerts.acknowledgeByLink(link.subjectId);
    expect(await stand.alertsOf(bookingId)).toMatchObject([{ state: 'acknowledged', by: 'Ruth Adeyemi' }]);
  });

  it('takes back what had not left yet', async () => {
    const bookingId = await booked();
    const id = (await raise(bookingId)) ?? '';
    await stand.settle();
    await stand.superuser.query(`update messaging.messages set state = 'queued' where booking_id = $1 and recipient_kind = 'staff'`, [bookingId]);
    await stand.alerts.acknowledge(clinic.staff, id);
    expect((await stand.written(bookingId)).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
  });

  it('is nobody of another clinic', async () => {
    const id = (await raise(await booked())) ?? '';
    const other = await stand.aClinic();
    await expect(stand.alerts.acknowledge(other.staff, id)).rejects.toMatchObject({ code: 'no-such-alert' });
    expect(await stand.database.read(other.staff, (tx) => standingAlerts(tx, clinic.staff.organisationId))).toEqual([]);
  });
});

describe('an alert ends by itself', () => {
  const accepted = async (bookingId: string): Promise<void> => {
    const [offer] = await stand.offersOf(bookingId);
    if (!offer) throw new Error('nothing was offered');
    await stand.acceptance.accept({ kind: 'interpreter', interpreterId: offer.interpreterId }, offer.id);
  };

  it('when somebody is booked', async () => {
    const bookingId = await booked({ offerTo: [await stand.anInterpreter(clinic)] });
    await raise(bookingId);
    await accepted(bookingId);
    await stand.settle();
    expect(await states(bookingId)).toEqual([['nobody-left', 'settled', 'filled']]);
    await expect(stand.alerts.acknowledge(clinic.staff, (await stand.alertsOf(bookingId))[0]?.id ?? '')).rejects.toMatchObject({ code: 'alert-settled' });
  });

  it('when the appointment is cancelled, but not what somebody has to see whatever became of it', async () => {
    const bookingId = await booked();
    await raise(bookingId);
    await stand.database.transaction(clinic.staff, (tx) =>
      stand.alerts.raise(tx, { organisationId: clinic.staff.organisationId, bookingId, kind: 'concern', cause: 'concern 1' }),
    );
    await stand.cancellations.cancel(clinic.staff, bookingId, 'clinic', 'The clinic is closed.');
    await stand.settle();
    expect(await states(bookingId)).toEqual([['nobody-left', 'settled', 'cancelled'], ['concern', 'open', null]]);
  });

  it('when the appointment is moved to another day, also where somebody saw to it', async () => {
    const bookingId = await booked();
    await stand.goTo('2026-12-01T14:30:00Z');
    await stand.alerts.acknowledge(clinic.staff, (await stand.alertsOf(bookingId))[0]?.id ?? '');
    await stand.nest.get(Changes, { strict: false }).change(clinic.staff, bookingId, { date: '2026-12-10' }, { revision: 'whatever-it-is' });
    await stand.goTo('2026-12-01T15:00:00Z');
    expect(await states(bookingId)).toEqual([['unfilled', 'settled', 'changed']]);
    await stand.goTo('2026-12-08T14:30:00Z');
    expect((await states(bookingId)).at(-1)).toEqual(['unfilled', 'open', null]);
  });

  it('when the appointment is over', async () => {
    const bookingId = await booked();
    await raise(bookingId);
    await stand.goTo('2026-12-03T15:11:00Z');
    const ended = await states(bookingId);
    expect(ended.every(([, state]) => state === 'settled')).toBe(true);
  });
});

describe('what nobody is booked for', () => {
  it('is seen from 48 hours before, and anew at 24 and 4, though somebody saw to it before', async () => {
    const bookingId = await booked();
    await stand.goTo('2026-12-01T14:29:00Z');
    expect(await stand.alertsOf(bookingId)).toEqual([]);
    await stand.goTo('2026-12-01T14:30:00Z');
    await stand.goTo('2026-12-01T14:31:00Z');
    expect(await states(bookingId)).toEqual([['unfilled', 'open', null]]);
    await stand.alerts.acknowledge(clinic.staff, (await stand.alertsOf(bookingId))[0]?.id ?? '');
    await stand.goTo('2026-12-02T14:30:00Z');
    expect(await states(bookingId)).toEqual([['unfilled', 'settled', 'overtaken'], ['unfilled', 'open', null]]);
    await stand.goTo('2026-12-03T10:30:00Z');
    expect((await states(bookingId)).filter(([, state]) => state === 'open')).toHaveLength(1);
    expect(await stand.alertsOf(bookingId)).toHaveLength(3);
  });

  it('is seen once more when it was filled and the job was given back', async () => {
    const interpreterId = await stand.anInterpreter(clinic);
    const bookingId = await booked({ offerTo: [interpreterId] });
    await stand.policyOf(clinic, { offerHours: [{ leadHours: 0, hours: 300 }] });
    const [offer] = await stand.offersOf(bookingId);
    stand.clock.set(new Date('2026-11-24T10:00:00Z'));
    await stand.acceptance.accept({ kind: 'interpreter', interpreterId }, offer?.id ?? '');
    await stand.goTo('2026-12-01T14:40:00Z');
    expect(await states(bookingId)).toEqual([]);
    await stand.nest.get(GivingBack, { strict: false }).giveBack({ kind: 'interpreter', interpreterId }, offer?.id ?? '', 'ill');
    await stand.goTo('2026-12-01T14:41:00Z');
    expect(await states(bookingId)).toEqual([['unfilled', 'open', null]]);
  });

  it('is not alerted of anew because it is tried another way while somebody is seeing to it', async () => {
    const bookingId = await booked();
    await stand.goTo('2026-12-01T14:30:00Z');
    await stand.alerts.acknowledge(clinic.staff, (await stand.alertsOf(bookingId))[0]?.id ?? '');
    await stand.nest.get(Changes, { strict: false }).change(clinic.staff, bookingId, { modality: 'video' }, { revision: 'whatever-it-is' });
    await stand.goTo('2026-12-01T14:40:00Z');
    expect(await states(bookingId)).toEqual([['unfilled', 'acknowledged', null]]);
  });

  it('is seen by two workers at once as one', async () => {
    const bookingId = await booked();
    stand.clock.set(new Date('2026-12-01T14:30:00Z'));
    await Promise.all([stand.settle(), stand.settle()]);
    expect(await stand.alertsOf(bookingId)).toHaveLength(1);
  });

  it('booked for today is seen once its offers had a fair chance', async () => {
    stand.clock.set(new Date('2026-12-03T09:30:00Z'));
    const bookingId = await booked();
    await stand.goTo('2026-12-03T10:29:00Z');
    expect(await stand.alertsOf(bookingId)).toEqual([]);
    await stand.goTo('2026-12-03T10:30:00Z');
    expect(await states(bookingId)).toEqual([['unfilled', 'open', null]]);
  });
});
