import { setTimeout as delay } from 'node:timers/promises';
import { Carrier, messageFailed, type OutgoingMessage, type Receipt } from '@dragoman/messaging';
import { type MessagingStand, messagingStand } from '../support/messaging';

/** `npm run test:fault` is the long form: twice as many callbacks. */
const MESSAGES = process.env.DRAGOMAN_FAULT === 'long' ? 50_000 : 250;
const MOST_MS = 20;
const job = { kind: 'job', job: 'webhook' } as const;

let stand: MessagingStand;

beforeAll(async () => {
  stand = await messagingStand();
  stand.events.subscribe(messageFailed, 'heard-failed', () => Promise.resolve());
});

afterAll(() => stand.close());

/** Reports what became of each message twice, at any moment from the very one at which it gets it: many before it answers. */
class HastyCarrier extends Carrier {
  readonly channel = 'sms' as const;
  readonly canBeAsked = true;
  readonly outcomes = new Map<string, 'delivered' | 'undelivered'>();
  readonly callbacks: Promise<void>[] = [];

  async send({ id }: OutgoingMessage): Promise<{ providerId: string }> {
    const outcome = Math.random() < 0.5 ? 'delivered' : 'undelivered';
    this.outcomes.set(id, outcome);
    for (let time = 0; time < 2; time++) this.callbacks.push(this.callBack({ messageId: id, outcome }));
    await delay(Math.random() * MOST_MS);
    return { providerId: `h-${id}` };
  }

  find({ id }: { id: string }): Promise<{ providerId: string } | null> {
    return Promise.resolve(this.outcomes.has(id) ? { providerId: `h-${id}` } : null);
  }

  private async callBack(receipt: Receipt): Promise<void> {
    await delay(Math.random() * 2 * MOST_MS);
    await stand.database.transaction(job, (tx) => stand.messages.acknowledge(tx, receipt));
  }
}

it('callbacks that come twice and in any order, many before the carrier’s own answer, leave every message as it ended', async () => {
  const clinic = await stand.organisation();
  // A number each: more than ten texts a day go to none.
  for (let n = 0; n < MESSAGES; n++) await stand.queue(clinic, { address: `+4477${String(n).padStart(8, '0')}` });
  const carrier = new HastyCarrier();
  await stand.sender([carrier]).sweep();
  await Promise.all(carrier.callbacks);

  const { rows } = await stand.superuser.query<{ id: string; state: string }>('select id, state from messaging.messages');
  const wanted = { delivered: 'delivered', undelivered: 'failed' } as const;
  const wrong = rows.filter(({ id, state }) => state !== wanted[carrier.outcomes.get(id) ?? 'delivered']);
  const failed = [...carrier.outcomes.values()].filter((outcome) => outcome === 'undelivered').length;
  console.log(`${carrier.callbacks.length} callbacks about ${rows.length} messages: ${wrong.length} ended wrong`);
  expect(rows).toHaveLength(MESSAGES);
  expect(wrong).toEqual([]);
  expect((await stand.published()).filter(({ task }) => task === 'heard-failed')).toHaveLength(failed);
}, 3_600_000);
