import { newId } from '@dragoman/kernel';
import type { StaffActor } from '@dragoman/platform';
import { type MessagingStand, messagingStand } from '../../../tests/support/messaging';
import { Carrier, CarrierBusy, CarrierRefusal, type HandedOverMessage, type OutgoingMessage } from './carrier';
import type { Message, MessageChannel } from './message.entity';
import { messageFailed, messageSent } from './messaging.events';

let stand: MessagingStand;
let clinic: StaffActor;

beforeAll(async () => {
  stand = await messagingStand();
  stand.events.subscribe(messageSent, 'heard-sent', () => Promise.resolve());
  stand.events.subscribe(messageFailed, 'heard-failed', () => Promise.resolve());
});

beforeEach(async () => {
  stand.clock.set(new Date('2026-11-24T09:58:00Z'));
  stand.messages.checkLastWith(['patient', 'interpreter', 'supporter'], () => Promise.resolve(new Set()));
  await stand.superuser.query('truncate messaging.messages, messaging.simulator_messages, messaging.inbound, messaging.suppressions cascade');
  await stand.superuser.query('truncate graphile_worker._private_jobs');
  clinic = await stand.organisation();
});

afterAll(() => stand.close());

/** Behaves as it is told, and keeps count. */
class TestCarrier extends Carrier {
  readonly channel: MessageChannel = 'sms';
  readonly taken: string[] = [];
  sendFails: ((message: OutgoingMessage) => Error | null) | undefined;
  findFails = false;

  constructor(readonly canBeAsked: boolean) {
    super();
  }

  send(message: OutgoingMessage): Promise<{ providerId: string }> {
    const error = this.sendFails?.(message);
    if (error) return Promise.reject(error);
    this.taken.push(message.id);
    return Promise.resolve({ providerId: `p-${message.id}` });
  }

  find({ id: messageId }: HandedOverMessage): Promise<{ providerId: string } | null> {
    if (this.findFails) return Promise.reject(new Error('no route to host'));
    return Promise.resolve(this.taken.includes(messageId) ? { providerId: `p-${messageId}` } : null);
  }
}

const heard = async () => (await stand.published()).map(({ task }) => task);
const simulatedSms = (): Carrier => stand.carriers[0] as Carrier;
const going = new AbortController().signal;

describe('sending', () => {
  it('gives a message to the carrier once, and says so', async () => {
    const id = await stand.queue(clinic);
    await stand.sender().sweep();
    await stand.sender().sweep();
    expect(await stand.givenToCarrier(id)).toBe(1);
    expect(await stand.stateOf(id)).toMatchObject({ state: 'sent' });
    expect(await heard()).toEqual(['heard-sent']);
  });

  it('queues the same attempt of an intent once', async () => {
    const intentId = newId();
    await stand.queue(clinic, { intentId });
    await expect(stand.queue(clinic, { intentId })).rejects.toThrow('queued before');
  });

  it('sends each of a hundred and fifty messages once when two workers look at the same moment', async () => {
    for (let n = 0; n < 150; n++) await stand.queue(clinic, { address: `+4477009${String(n + 1).padStart(5, '0')}` });
    let looking = 0;
    let together: (() => void) | undefined;
    const both = new Promise<void>((resolve) => (together = resolve));
    stand.messages.checkLastWith(['patient', 'interpreter', 'supporter'], async () => {
      if (++looking === 2) together?.();
      await both;
      return new Set();
    });
    await Promise.all([stand.sender().sweep(), stand.sender().sweep()]);
    const { rows } = await stand.superuser.query(
      'select message_id as id, count(*)::int as times from messaging.simulator_messages group by 1',
    );
    expect(rows).toHaveLength(150);
    expect(rows.filter(({ times }) => times !== 1)).toEqual([]);
  });

  it('never leaves after it would be stale, and says that it failed', async () => {
    const id = await stand.queue(clinic, { sendBefore: new Date('2026-11-24T10:00:00Z') });
    stand.clock.set(new Date('2026-11-24T10:00:00Z'));
    await stand.sender().sweep();
    expect(await stand.stateOf(id)).toMatchObject({ state: 'failed', failure: 'It could not be sent in time.' });
    expect(await heard()).toEqual(['heard-failed']);
  });

  it('asks whoever decided to say it, once more, before it leaves', async () => {
    const [stale, fine] = [await stand.queue(clinic), await stand.queue(clinic)];
    stand.messages.checkLastWith(['patient', 'interpreter', 'supporter'], (_tx, waiting) => {
      expect(waiting.map(({ id }) => id).sort()).toEqual([stale, fine].sort());
      return Promise.resolve(new Set([stale]));
    });
    await stand.sender().sweep();
    expect(await stand.stateOf(stale)).toMatchObject({ state: 'withdrawn' });
    expect(await stand.stateOf(fine)).toMatchObject({ state: 'sent' });
    expect(await stand.givenToCarrier(stale)).toBe(0);
    expect(await heard()).toEqual(['heard-sent']);
  });

  it('does not send what was withdrawn', async () => {
    const intentId = newId();
    const id = await stand.queue(clinic, { intentId });
    await stand.database.transaction(clinic, (tx) => stand.messages.withdraw(tx, [intentId]));
    await stand.sender().sweep();
    expect(await stand.givenToCarrier(id)).toBe(0);
    const shown = await stand.database.read(clinic, (tx) => tx.query('select state from messaging.messages'));
    expect(shown).toEqual([{ state: 'withdrawn' }]);
  });
});

describe('a sender that slept after its claim', () => {
  it('gives back what the carrier never got, as if it had not been claimed', async () => {
    const carrier = new TestCarrier(true);
    const ids = [await stand.queue(clinic), await stand.queue(clinic)];
    const asleep = { leaseSeconds: 20, giveUpMs: 10_000, beginWithinMs: -1 };
    await stand.sender([carrier], asleep).sweep();
    for (const id of ids) expect(await stand.stateOf(id)).toMatchObject({ state: 'queued', hand_overs: 0 });
    expect(carrier.taken).toEqual([]);
    await stand.sender([carrier]).sweep();
    expect([...carrier.taken].sort()).toEqual([...ids].sort());
  });
});

describe('a slow carrier', () => {
  it('keeps nobody waiting for another', async () => {
    let wake: (() => void) | undefined;
    const slow = new TestCarrier(true);
    slow.send = async () => {
      await new Promise<void>((resolve) => (wake = resolve));
      throw new CarrierBusy('429');
    };
    const mail = stand.carriers.find(({ channel }) => channel === 'email') as Carrier;
    await stand.queue(clinic);
    const id = await stand.queue(clinic, { channel: 'email', address: 'amna@patients.example' });
    const sweeping = stand.sender([slow, mail]).sweep();
    while ((await stand.stateOf(id)).state !== 'sent') await new Promise((resolve) => setTimeout(resolve, 5));
    wake?.();
    await sweeping;
  });
});

describe('a number that is not in service', () => {
  it('fails at once, with a sentence for staff, and somebody hears of it', async () => {
    const id = await stand.queue(clinic, { address: '+447700900000' });
    await stand.sender().sweep();
    expect(await stand.stateOf(id)).toMatchObject({ state: 'failed', failure: 'The number is not in service.' });
    expect(await heard()).toEqual(['heard-failed']);
  });
});

describe('receipts', () => {
  it('mark a message as delivered', async () => {
    const id = await stand.queue(clinic);
    await stand.sender().sweep();
    await stand.simulator.sendReceipts();
    expect(await stand.stateOf(id)).toMatchObject({ state: 'delivered' });
    expect(await heard()).toEqual(['heard-sent']);
  });

  it('say later that a message never arrived', async () => {
    const id = await stand.queue(clinic, { address: '+447700900999' });
    await stand.sender().sweep();
    await stand.simulator.sendReceipts();
    expect(await stand.stateOf(id)).toMatchObject({ state: 'failed' });
    expect(await heard()).toEqual(['heard-sent', 'heard-failed']);
  });

  it('may overtake our own note that the message was sent', async () => {
    const id = await stand.queue(clinic);
    const { claimed } = await stand.sender().claim(newId(), simulatedSms());
    await simulatedSms().send(claimed[0] as Message, going);
    await stand.simulator.sendReceipts();
    expect(await stand.stateOf(id)).toMatchObject({ state: 'delivered' });
    expect(await heard()).toEqual(['heard-sent']);
    await stand.loseLeases();
    await stand.sender().sweep();
    expect(await stand.givenToCarrier(id)).toBe(1);
  });

  it('are believed once: a second one changes nothing', async () => {
    const id = await stand.queue(clinic);
    await stand.sender().sweep();
    const undelivered = { messageId: id, outcome: 'undelivered' } as const;
    const job = { kind: 'job', job: 'webhook' } as const;
    await stand.database.transaction(job, (tx) => stand.messages.acknowledge(tx, { messageId: id, outcome: 'delivered' }));
    await stand.database.transaction(job, (tx) => stand.messages.acknowledge(tx, undelivered));
    expect(await stand.stateOf(id)).toMatchObject({ state: 'delivered', failure: null });
  });
});

describe('a worker that dies', () => {
  it('between claiming a message and giving it to the carrier: another sends it, once', async () => {
    const id = await stand.queue(clinic);
    await stand.sender().claim(newId(), simulatedSms());
    const survivor = stand.sender();
    await survivor.sweep();
    expect(await stand.givenToCarrier(id)).toBe(0);
    await stand.loseLeases();
    await survivor.sweep();
    expect(await stand.givenToCarrier(id)).toBe(1);
    // The carrier was not even asked the first time, so that this counts for nothing.
    expect(await stand.stateOf(id)).toMatchObject({ state: 'sent', hand_overs: 1 });
  });

  it('between claiming and giving five times over: nobody is told that the carrier would not take it', async () => {
    const id = await stand.queue(clinic);
    for (let death = 0; death < 6; death++) {
      expect((await stand.sender().claim(newId(), simulatedSms())).claimed).toHaveLength(1);
      await stand.loseLeases();
      await stand.sender().settleLost(simulatedSms());
    }
    await stand.sender().sweep();
    expect(await stand.stateOf(id)).toMatchObject({ state: 'sent' });
    expect(await stand.givenToCarrier(id)).toBe(1);
  });

  it('again and again over one message takes no other with it: from the third time on that one is taken alone', async () => {
    const [first, second, third] = [await stand.queue(clinic), await stand.queue(clinic), await stand.queue(clinic)];
    await stand.superuser.query('update messaging.messages set asks = 3 where id = $1', [second]);
    const alone = await stand.sender().claim(newId(), simulatedSms());
    expect(alone.claimed.map(({ id }) => id)).toEqual([second]);
    const others = await stand.sender().claim(newId(), simulatedSms());
    expect(others.claimed.map(({ id }) => id).sort()).toEqual([first, third].sort());
  });

  it('between giving it to the carrier and noting so: the carrier is asked, and it is not sent again', async () => {
    const id = await stand.queue(clinic);
    const { claimed } = await stand.sender().claim(newId(), simulatedSms());
    await simulatedSms().send(claimed[0] as Message, going);
    await stand.loseLeases();
    await Promise.all([stand.sender().sweep(), stand.sender().sweep()]);
    expect(await stand.givenToCarrier(id)).toBe(1);
    expect(await stand.stateOf(id)).toMatchObject({ state: 'sent', hand_overs: 1 });
    expect(await heard()).toEqual(['heard-sent']);
  });

  it('and wakes up after another took over: what it notes then counts for nothing', async () => {
    const id = await stand.queue(clinic);
    let wake: (() => void) | undefined;
    const asleep = new Promise<void>((resolve) => (wake = resolve));
    const slow = new TestCarrier(true);
    slow.send = async () => {
      await asleep;
      throw new CarrierRefusal('The number is not in service.');
    };
    const sleeping = stand.sender([slow]).sweep();
    while ((await stand.stateOf(id)).state !== 'handed-over') await new Promise((resolve) => setTimeout(resolve, 5));
    await stand.loseLeases();
    const quick = new TestCarrier(true);
    const other = stand.sender([quick]);
    await other.settleLost(quick);
    await other.claim(newId(), quick);
    wake?.();
    await sleeping;
    expect(await stand.stateOf(id)).toMatchObject({ state: 'handed-over', hand_overs: 1, failure: null });
    expect(await heard()).toEqual([]);
  });
});

describe('a carrier', () => {
  it('that cannot be asked: the outcome stays unknown, nothing is sent again, and a person hears of it', async () => {
    const deaf = new TestCarrier(false);
    const id = await stand.queue(clinic);
    await stand.sender([deaf]).claim(newId(), deaf);
    await stand.loseLeases();
    await stand.sender([deaf]).sweep();
    await stand.sender([deaf]).sweep();
    expect(await stand.stateOf(id)).toMatchObject({ state: 'unknown' });
    expect(deaf.taken).toEqual([]);
    expect(await stand.published()).toEqual([
      { task: 'heard-failed', payload: expect.objectContaining({ messageId: id, outcome: 'unknown' }) },
    ]);
  });

  it('whose answer is lost is asked before anything is sent again', async () => {
    const carrier = new TestCarrier(true);
    carrier.sendFails = ({ id }) => {
      carrier.taken.push(id);
      return new Error('socket hang up');
    };
    const id = await stand.queue(clinic);
    await stand.sender([carrier]).sweep();
    expect(await stand.stateOf(id)).toMatchObject({ state: 'handed-over' });
    await stand.loseLeases();
    await stand.sender([carrier]).sweep();
    expect(await stand.stateOf(id)).toMatchObject({ state: 'sent' });
    expect(carrier.taken).toEqual([id]);
  });

  it('that is busy is tried again after a while, and not for ever', async () => {
    const busy = new TestCarrier(true);
    let calls = 0;
    busy.sendFails = () => {
      calls += 1;
      return new CarrierBusy('429');
    };
    const id = await stand.queue(clinic);
    await stand.sender([busy]).sweep();
    await stand.sender([busy]).sweep();
    expect(calls).toBe(1);
    for (const minutes of [1, 3, 7, 15]) {
      stand.clock.set(new Date(Date.UTC(2026, 10, 24, 9, 58 + minutes)));
      await stand.sender([busy]).sweep();
    }
    expect(calls).toBe(5);
    expect(await stand.stateOf(id)).toMatchObject({ state: 'failed' });
    expect(await heard()).toEqual(['heard-failed']);
  });

  it('that says when to come back is not tried before, and never sooner than we would by ourselves', async () => {
    const busy = new TestCarrier(true);
    const calls: string[] = [];
    busy.sendFails = ({ id }) => {
      calls.push(id);
      return new CarrierBusy('429', 600);
    };
    await stand.queue(clinic);
    await stand.sender([busy]).sweep();
    for (const [minutes, times] of [[9, 1], [10, 2], [19, 2], [20, 3]] as const) {
      stand.clock.set(new Date(Date.UTC(2026, 10, 24, 9, 58 + minutes)));
      await stand.sender([busy]).sweep();
      expect(calls).toHaveLength(times);
    }
  });

  it('that finds the same message for two of ours is not believed: one of them is missing', async () => {
    const carrier = new TestCarrier(true);
    await stand.queue(clinic);
    await stand.sender([carrier]).sweep();
    const [twin = ''] = carrier.taken;
    carrier.sendFails = () => new Error('socket hang up');
    carrier.find = () => Promise.resolve({ providerId: `p-${twin}` });
    const id = await stand.queue(clinic);
    await stand.sender([carrier]).sweep();
    for (let asks = 1; asks <= 15; asks++) {
      await stand.loseLeases();
      await stand.sender([carrier]).sweep();
      expect(await stand.stateOf(id)).toMatchObject({ state: asks < 15 ? 'handed-over' : 'unknown' });
    }
    expect(carrier.taken).toEqual([twin]);
  });

  it.each(['suppress', 'call'] as const)('that says nothing ever arrives there (%s) is given nothing more for that address', async (after) => {
    const carrier = new TestCarrier(true);
    carrier.sendFails = () => new CarrierRefusal('The number is dead.', after);
    const first = await stand.queue(clinic);
    const { claimed } = await stand.sender([carrier]).claim(newId(), carrier);
    expect(claimed).toHaveLength(1);
    await stand.loseLeases();
    const waiting = await stand.queue(clinic);
    await stand.sender([carrier]).settleLost(carrier);
    await stand.sender([carrier]).sweep();
    const later = await stand.queue(clinic);
    const elsewhere = await stand.queue(await stand.organisation());
    carrier.sendFails = undefined;
    await stand.sender([carrier]).sweep();
    for (const id of [first, waiting, later])
      expect(await stand.stateOf(id)).toMatchObject({ state: 'failed', failure: 'The number is dead.' });
    expect(carrier.taken).toEqual([elsewhere]);
    const outcomes = (await stand.published()).filter(({ task }) => task === 'heard-failed').map(({ payload }) => payload);
    expect(outcomes).toEqual(Array(3).fill(expect.objectContaining({ outcome: 'failed', after })));
    const address = { organisationId: clinic.organisationId, channel: 'sms', address: '+447700900482' } as const;
    const silenced = await stand.database.read(clinic, (tx) => stand.messages.silenced(tx, [address]));
    expect(silenced).toEqual([{ ...address, reason: 'The number is dead.', takesCalls: after === 'call' }]);
  });

  it('that cannot be reached for asking is asked again later, and given up for unknown in the end', async () => {
    const away = new TestCarrier(true);
    away.findFails = true;
    const id = await stand.queue(clinic);
    await stand.sender([away]).claim(newId(), away);
    for (let asks = 1; asks <= 15; asks++) {
      await stand.loseLeases();
      await stand.sender([away]).sweep();
      expect(await stand.stateOf(id)).toMatchObject({ state: asks < 15 ? 'handed-over' : 'unknown' });
    }
    expect(away.taken).toEqual([]);
  });
});
