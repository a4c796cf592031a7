import type { StaffActor } from '@dragoman/platform';
import { aPhone, until } from '../../../tests/support/desk';
import { type MessagingStand, messagingStand } from '../../../tests/support/messaging';
import { Carrier, CarrierBusy, CarrierRefusal, type OutgoingMessage } from './carrier';
import { SendingLimits } from './limits.service';
import { messageFailed, spendingNearCap } from './messaging.events';

let stand: MessagingStand;
let clinic: StaffActor;

beforeAll(async () => {
  stand = await messagingStand();
  stand.events.subscribe(messageFailed, 'heard-failed', () => Promise.resolve());
  stand.events.subscribe(spendingNearCap, 'heard-near-cap', () => Promise.resolve());
});

beforeEach(async () => {
  stand.clock.set(new Date('2026-11-24T09:58:00Z'));
  await stand.superuser.query('truncate messaging.messages, messaging.simulator_messages, messaging.suppressions, messaging.spending cascade');
  await stand.superuser.query('truncate graphile_worker._private_jobs');
  clinic = await stand.organisation();
});

afterAll(() => stand.close());

/** Behaves as it is told; it can be asked, and says that it has nothing. */
class TestCarrier extends Carrier {
  readonly channel = 'sms';
  readonly canBeAsked = true;
  taken = 0;

  constructor(readonly fails: ((message: OutgoingMessage) => Error | null) | undefined = undefined) {
    super();
  }

  send(message: OutgoingMessage): Promise<{ providerId: string }> {
    const error = this.fails?.(message);
    if (error) return Promise.reject(error);
    this.taken += 1;
    return Promise.resolve({ providerId: `p-${message.id}` });
  }

  find(): Promise<null> {
    return Promise.resolve(null);
  }
}

/** One text of one part costs 0.04. */
const limitTo = (monthlyCap: number, { organisationId }: StaffActor = clinic) =>
  stand.superuser.query(`update organisations.organisations set policy = policy || jsonb_build_object('spending', $2::jsonb) where id = $1`, [
    organisationId,
    JSON.stringify({ monthlyCap, pricePerPart: 0.04, pricePerCall: 0.1, currency: 'GBP' }),
  ]);

const queueTexts = async (count: number, staff: StaffActor = clinic): Promise<string[]> => {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push(await stand.queue(staff, { address: aPhone() }));
  return ids;
};

const statesOf = async (ids: readonly string[]): Promise<string[]> => {
  const states: string[] = [];
  for (const id of ids) states.push((await stand.stateOf(id)).state);
  return states;
};

/** Two senders that both hold what they claimed before either goes on. */
const atOnce = async (...sweeps: (() => Promise<void>)[]): Promise<void> => {
  let looking = 0;
  let together: (() => void) | undefined;
  const both = new Promise<void>((resolve) => (together = resolve));
  stand.messages.checkLastWith(['patient', 'interpreter', 'supporter'], async () => {
    if (++looking === 2) together?.();
    await both;
    return new Set();
  });
  await Promise.all(sweeps.map((sweep) => sweep()));
  stand.messages.checkLastWith(['patient', 'interpreter', 'supporter'], () => Promise.resolve(new Set()));
};

/** How many connections of this database wait for another. */
const waitingHere = async (): Promise<number> => {
  await stand.superuser.query('select pg_stat_clear_snapshot()');
  const { rows } = await stand.superuser.query(
    'select count(distinct pid)::int as count from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()',
  );
  return rows[0].count;
};

const spendingRows = async () =>
  (await stand.superuser.query(`select to_char(month, 'YYYY-MM-DD') as month, spent::float8 as spent from messaging.spending where organisation_id = $1 order by month`, [clinic.organisationId])).rows;

const heard = async (task: string) => (await stand.published()).filter((job) => job.task === task);

describe('what text messages and calls may cost', () => {
  it('is spent by what is handed over; what would exceed it fails with a sentence, so that another way is found', async () => {
    await limitTo(0.1);
    const ids = await queueTexts(3);
    await stand.sender().sweep();
    expect(await statesOf(ids)).toEqual(['sent', 'sent', 'failed']);
    expect(await stand.stateOf(ids[2] ?? '')).toMatchObject({ failure: 'What text messages and calls may cost this month is spent, so this one was not sent.' });
    expect(await heard('heard-failed')).toEqual([expect.objectContaining({ payload: expect.objectContaining({ messageId: ids[2], outcome: 'failed', after: 'another-channel' }) })]);
    expect(await spendingRows()).toEqual([{ month: '2026-11-01', spent: 0.08 }]);
  });

  it('counts each part of a long text', async () => {
    await limitTo(0.13);
    const long = await stand.queue(clinic, { address: aPhone(), text: { ...textOf('س'.repeat(140)) } });
    const short = await stand.queue(clinic, { address: aPhone() });
    await stand.sender().sweep();
    expect(await statesOf([long, short])).toEqual(['sent', 'failed']);
    expect(await spendingRows()).toEqual([{ month: '2026-11-01', spent: 0.12 }]);
  });

  it('holds no email back, and no other clinic', async () => {
    await limitTo(0);
    const other = await stand.organisation();
    const mail = await stand.queue(clinic, { channel: 'email', address: 'amna@example.org' });
    const [text = ''] = await queueTexts(1);
    const [theirs = ''] = await queueTexts(1, other);
    await stand.sender().sweep();
    expect(await statesOf([mail, text, theirs])).toEqual(['sent', 'failed', 'sent']);
  });

  it('is never exceeded by two senders at once, and somebody hears once that it is nearly spent', async () => {
    await limitTo(4.4);
    await queueTexts(1);
    await stand.sender([new TestCarrier()]).sweep();
    await queueTexts(130);
    const carriers = [new TestCarrier(), new TestCarrier()];
    // Held by a third, so that both senders have read what they may before either writes.
    await stand.superuser.query('begin');
    await stand.superuser.query('select from messaging.spending for update');
    const sending = atOnce(...carriers.map((carrier) => () => stand.sender([carrier]).sweep()));
    await until(async () => (await waitingHere()) === 2, 'both senders to wait');
    await stand.superuser.query('commit');
    await sending;
    expect(carriers.reduce((sum, { taken }) => sum + taken, 0)).toBe(109);
    expect(await spendingRows()).toEqual([{ month: '2026-11-01', spent: 4.4 }]);
    expect(await heard('heard-near-cap')).toEqual([
      expect.objectContaining({ payload: expect.objectContaining({ organisationId: clinic.organisationId, month: '2026-11-01', cap: 4.4, currency: 'GBP' }) }),
    ]);
  });

  it('is given back where the carrier surely took nothing, and charged again when it goes', async () => {
    await limitTo(1);
    const [refusedId = '', busyId = ''] = await queueTexts(2);
    const carrier = new TestCarrier(({ id }) => (id === refusedId ? new CarrierRefusal('No such number.', 'another-channel') : id === busyId ? new CarrierBusy('Too many at once.', 60) : null));
    await stand.sender([carrier]).sweep();
    expect(await statesOf([refusedId, busyId])).toEqual(['failed', 'queued']);
    expect(await spendingRows()).toEqual([{ month: '2026-11-01', spent: 0 }]);
    stand.clock.set(new Date('2026-11-24T10:30:00Z'));
    await stand.sender([new TestCarrier()]).sweep();
    expect(await statesOf([busyId])).toEqual(['sent']);
    expect(await spendingRows()).toEqual([{ month: '2026-11-01', spent: 0.04 }]);
  });

  it('stays spent while nobody knows whether the carrier took it, and is given back once it says that it never did', async () => {
    await limitTo(1);
    await queueTexts(1);
    const lost = new TestCarrier(() => new Error('no answer'));
    await stand.sender([lost]).sweep();
    expect(await spendingRows()).toEqual([{ month: '2026-11-01', spent: 0.04 }]);
    await stand.loseLeases();
    await stand.sender([lost]).settleLost(lost);
    expect(await spendingRows()).toEqual([{ month: '2026-11-01', spent: 0 }]);
  });

  it('lets later messages go once the limit is raised, and begins anew with the month of the clinic', async () => {
    await limitTo(0);
    const before = await queueTexts(1);
    await stand.sender().sweep();
    await limitTo(0.04);
    const raised = await queueTexts(2);
    await stand.sender().sweep();
    expect(await statesOf([...before, ...raised])).toEqual(['failed', 'sent', 'failed']);
    await stand.superuser.query(`update organisations.organisations set zone = 'Asia/Kabul' where id = $1`, [clinic.organisationId]);
    stand.clock.set(new Date('2026-11-30T20:00:00Z'));
    const december = await queueTexts(1);
    await stand.sender().sweep();
    expect(await statesOf(december)).toEqual(['sent']);
    expect(await spendingRows()).toEqual([{ month: '2026-11-01', spent: 0.04 }, { month: '2026-12-01', spent: 0.04 }]);
  });

  it('is shown to the clinic that set it, and is nothing where none did', async () => {
    const limits = new SendingLimits(stand.clock, stand.events);
    const shown = () => stand.database.read(clinic, (tx) => limits.thisMonth(tx, clinic.organisationId));
    expect(await shown()).toBeNull();
    await limitTo(50);
    await queueTexts(1);
    await stand.sender().sweep();
    const first = '2026-11-24';
    expect(await shown()).toEqual({ month: '2026-11-01', spent: 0.04, cap: 50, currency: 'GBP', days: [{ date: first, texts: 0.04, calls: 0 }] });
    stand.clock.set(new Date('2026-11-29T12:00:00Z'));
    await queueTexts(2);
    await stand.sender().sweep();
    expect((await shown())?.days).toEqual([{ date: first, texts: 0.04, calls: 0 }, { date: '2026-11-29', texts: 0.08, calls: 0 }]);
    stand.clock.set(new Date('2026-12-01T12:00:00Z'));
    expect((await shown())?.days).toEqual([]);
  });
});

describe('how many messages one number may get', () => {
  const fill = async (count: number, address: string, changes: Parameters<MessagingStand['queue']>[1] = {}): Promise<string[]> => {
    const ids: string[] = [];
    for (let n = 0; n < count; n++) ids.push(await stand.queue(clinic, { address, ...changes }));
    return ids;
  };

  it('is ten within a day: the next fails with a sentence, and goes on the day after', async () => {
    const address = aPhone();
    const ids = await fill(11, address);
    await stand.sender().sweep();
    expect(await statesOf(ids)).toEqual([...Array.from({ length: 10 }, () => 'sent'), 'failed']);
    expect((await stand.stateOf(ids[10] ?? '')).failure).toBe('Within a day 10 messages or more went there already, so this one was not sent.');
    stand.clock.set(new Date('2026-11-25T10:00:00Z'));
    const [later = ''] = await fill(1, address);
    await stand.sender().sweep();
    expect(await statesOf([later])).toEqual(['sent']);
  });

  it('counts answers to HELP too, and each clinic by itself', async () => {
    const address = aPhone();
    await fill(10, address, { kind: 'help' });
    await stand.sender().sweep();
    const [kept = ''] = await fill(1, address);
    const theirs = await stand.queue(await stand.organisation(), { address });
    await stand.sender().sweep();
    expect(await statesOf([kept, theirs])).toEqual(['failed', 'sent']);
  });

  it('is ten however many senders look at the same moment', async () => {
    const address = aPhone();
    for (let n = 0; n < 130; n++) await stand.queue(clinic, { address: n % 10 === 0 ? address : aPhone() });
    const carriers = [new TestCarrier(), new TestCarrier()];
    await atOnce(...carriers.map((carrier) => () => stand.sender([carrier]).sweep()));
    const { rows } = await stand.superuser.query('select state, count(*)::int as count from messaging.messages where address = $1 group by 1 order by 1', [address]);
    expect(rows).toEqual([{ state: 'failed', count: 3 }, { state: 'sent', count: 10 }]);
  });

  it('is more for an interpreter, who is asked all day', async () => {
    const ids = await fill(12, aPhone(), { recipient: { kind: 'interpreter', id: clinic.organisationId, name: 'Hiba Elamin' } });
    await stand.sender().sweep();
    expect(new Set(await statesOf(ids))).toEqual(new Set(['sent']));
  });
});

const textOf = (body: string) => ({
  senderName: null, subject: null, body, english: 'Your appointment', lang: 'ar', dir: 'rtl' as const, languageName: 'Arabic', neutral: true, version: 1, reviewState: 'draft' as const,
});
