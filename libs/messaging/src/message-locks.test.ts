import { newId } from '@dragoman/kernel';
import type { StaffActor } from '@dragoman/platform';
import pg from 'pg';
import { until } from '../../../tests/support/desk';
import { type MessagingStand, messagingStand } from '../../../tests/support/messaging';
import type { Carrier } from './carrier';

let stand: MessagingStand;
let clinic: StaffActor;

beforeAll(async () => {
  stand = await messagingStand();
  stand.messages.checkLastWith(['patient', 'interpreter', 'supporter'], () => Promise.resolve(new Set()));
});

beforeEach(async () => {
  await stand.superuser.query('truncate messaging.messages, messaging.simulator_messages cascade');
  clinic = await stand.organisation();
});

afterAll(() => stand.close());

const simulatedSms = (): Carrier => stand.carriers[0] as Carrier;

const withClient = async (work: (client: pg.Client) => Promise<void>): Promise<void> => {
  const client = new pg.Client({ connectionString: stand.test.superuserUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
};
const waiting = () => stand.superuser.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);

describe('what many write at the same time', () => {
  it('is locked in one order, so that nobody who holds one of them waits for another that is waited with', async () => {
    const [first = '', second = ''] = [await stand.queue(clinic), await stand.queue(clinic)].sort();
    const claim = newId();
    const { claimed } = await stand.sender().claim(claim, simulatedSms());
    // On the disk it lies behind the other one now, and a statement that takes them as they lie begins with that one.
    await stand.superuser.query('update messaging.messages set asks = asks where id = $1', [first]);
    await withClient(async (holder) => {
      await holder.query('begin');
      await holder.query('select from messaging.messages where id = $1 for update', [first]);
      const noting = stand.database.transaction({ kind: 'job', job: 'send-messages' }, async (tx) => {
        await tx.query(`set local enable_indexscan = off; set local enable_bitmapscan = off`);
        await stand.messages.settle(tx, claim, claimed.map((message) => ({ message, event: message.sent(`p-${message.id}`, stand.clock.now()) })));
      });
      await until(async () => (await waiting()).rowCount === 1, 'the writer to wait for the first');
      await stand.superuser.query('select from messaging.messages where id = $1 for update nowait', [second]);
      await holder.query('commit');
      await noting;
    });
    expect(await stand.stateOf(second)).toMatchObject({ state: 'sent' });
  });

  it('is locked in the same order by the simulator, which hears of many at once', async () => {
    const [first = '', second = ''] = [await stand.queue(clinic), await stand.queue(clinic)].sort();
    await stand.sender().sweep();
    await stand.superuser.query(`update messaging.simulator_messages set at = at - interval '1 second' where message_id = $1`, [second]);
    await withClient(async (holder) => {
      await holder.query('begin');
      await holder.query('select from messaging.messages where id = $1 for update', [first]);
      const hearing = stand.simulator.sendReceipts();
      await until(async () => (await waiting()).rowCount === 1, 'the receipts to wait for the first');
      await stand.superuser.query('select from messaging.messages where id = $1 for update nowait', [second]);
      await holder.query('commit');
      await hearing;
    });
    expect(await stand.stateOf(second)).toMatchObject({ state: 'delivered' });
  });

  it('is not waited for where an address is silenced: whoever holds it sends it, and hears the same', async () => {
    const [held, free] = [await stand.queue(clinic), await stand.queue(clinic)];
    await withClient(async (holder) => {
      await holder.query('begin');
      await holder.query('select from messaging.messages where id = $1 for update', [held]);
      await stand.database.transaction({ kind: 'job', job: 'send-messages' }, (tx) =>
        stand.messages.failWaiting(tx, { organisationId: clinic.organisationId, channel: 'sms', address: '+447700900482' }, { sentence: 'Not in service.' }),
      );
      await holder.query('commit');
    });
    expect([(await stand.stateOf(held)).state, (await stand.stateOf(free)).state]).toEqual(['queued', 'failed']);
  }, 10_000);
});
