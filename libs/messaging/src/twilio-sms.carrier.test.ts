import { newId } from '@dragoman/kernel';
import type { StaffActor } from '@dragoman/platform';
import { carrierContract } from '../../../tests/support/carrier.contract';
import { type MessagingStand, messagingStand } from '../../../tests/support/messaging';
import { callbackOf, type FakeTwilio, fakeTwilio, prismTwilio, serviceSid, twilioCarrier } from '../../../tests/support/twilio/stand';
import { CarrierBusy, CarrierRefusal, type OutgoingMessage } from './carrier';
import { messageFailed } from './messaging.events';
import type { TwilioSender } from './twilio-sender';

const phone = '+447700900482';
const going = new AbortController().signal;
const senders: TwilioSender[] = [
  { kind: 'number', from: '+447700900100' },
  { kind: 'word', from: 'Reminders' },
  { kind: 'service', messagingServiceSid: serviceSid },
];

const text = (changes: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: newId(),
  organisationId: newId(),
  channel: 'sms',
  address: phone,
  sender: null,
  subject: null,
  body: 'موعدك: الخميس \u20663/12/2026\u2069',
  html: null, calendar: null,
  script: null, neutral: false, recipientKind: 'patient',
  lang: 'ar',
  dir: 'rtl',
  sendBefore: null,
  ...changes,
});

let fake: FakeTwilio;
let stand: MessagingStand;
let clinic: StaffActor;

beforeAll(async () => {
  [fake, stand] = await Promise.all([fakeTwilio(), messagingStand()]);
  stand.events.subscribe(messageFailed, 'heard-failed', () => Promise.resolve());
});

beforeEach(async () => {
  stand.clock.set(new Date('2026-11-24T09:58:00Z'));
  await stand.superuser.query('truncate messaging.messages, messaging.inbound, messaging.suppressions cascade');
  await stand.superuser.query('truncate graphile_worker._private_jobs');
  clinic = await stand.organisation();
  await fake.forget();
});

afterAll(async () => {
  await stand.close();
  await fake.stop();
});

carrierContract('Twilio SMS', 'sms', () => ({
  carrier: twilioCarrier(fake.url),
  organisationId: newId(),
  reachable: phone,
  outOfService: '+447700900000',
  given: async (messageId) =>
    (await fake.taken())
      .filter(({ callback }) => callback === callbackOf(messageId))
      .map(({ to, body }) => ({ address: to, subject: null, body })),
}));

describe('Twilio’s own description of its API', () => {
  it('accepts every text from every kind of sender, and every question about one, and refuses what is wrong', async () => {
    const prism = await prismTwilio();
    try {
      for (const sender of senders)
        for (const sendBefore of [null, new Date('2026-11-24T10:30:00Z'), new Date('2026-12-24T10:00:00Z')]) {
          const carrier = twilioCarrier(prism.url, { sender, clock: stand.clock });
          expect(await carrier.send(text({ sendBefore }), going)).toEqual({ providerId: expect.stringMatching(/^(SM|MM)/) });
          // The page in the description has a next one always; that it was shown is what counts here.
          await expect(carrier.find({ ...text(), handedOverAt: stand.clock.now() })).rejects.toThrow('too many texts to this number');
        }
      await expect(twilioCarrier(prism.url, { account: 'AC-nobody' }).send(text(), going)).rejects.toBeInstanceOf(CarrierRefusal);
    } finally {
      await prism.stop();
    }
  }, 120_000);
});

describe('a text', () => {
  it('names its sender, ends before it would be stale, and says where to report', async () => {
    for (const sender of senders) {
      const message = text({ sendBefore: new Date('2026-11-24T10:00:00Z') });
      await fake.forget();
      await twilioCarrier(fake.url, { sender, clock: stand.clock }).send(message, going);
      const from = sender.kind === 'service' ? sender.messagingServiceSid : sender.from;
      expect(await fake.taken()).toMatchObject([{ from, validity: 120, callback: callbackOf(message.id) }]);
    }
  });

  it('waits at Twilio ten hours at the most, and is not begun where seconds are left', async () => {
    const carrier = twilioCarrier(fake.url, { clock: stand.clock });
    await carrier.send(text({ sendBefore: new Date('2026-12-03T14:30:00Z') }), going);
    await carrier.send(text(), going);
    await expect(carrier.send(text({ sendBefore: new Date('2026-11-24T09:58:09Z') }), going)).rejects.toThrow(CarrierRefusal);
    expect((await fake.taken()).map(({ validity }) => validity)).toEqual([36_000, 36_000]);
  });

  it('can be answered unless it comes from a word', () => {
    expect(senders.map((sender) => twilioCarrier(fake.url, { sender }).takesReplies)).toEqual([true, false, true]);
  });
});

describe('a refusal', () => {
  it.each([
    [21211, 'suppress'],
    [21610, 'suppress'],
    [21614, 'call'],
    [20003, 'person'],
    [21408, 'another-channel'],
    [99_999, 'another-channel'],
  ] as const)('with %i leads to %s, and repeats no number', async (code, after) => {
    await fake.script({ how: 'refuse', code, status: code === 20003 ? 401 : 400 });
    const refused = twilioCarrier(fake.url).send(text(), going);
    await expect(refused).rejects.toMatchObject({ after, message: expect.not.stringContaining('+44') });
    await expect(refused).rejects.toBeInstanceOf(CarrierRefusal);
  });

  it('for being too fast says when to come back', async () => {
    await fake.script({ how: 'refuse', status: 429, code: 20429, retryAfter: 30 });
    const refused = twilioCarrier(fake.url).send(text(), going);
    await expect(refused).rejects.toBeInstanceOf(CarrierBusy);
    await expect(refused).rejects.toMatchObject({ afterSeconds: 30 });
  });

  it('that is a failure of Twilio’s own leaves open whether it took the text', async () => {
    await fake.script({ how: 'refuse', status: 503 });
    const failed = await twilioCarrier(fake.url).send(text(), going).catch((error: unknown) => error);
    expect(failed).not.toBeInstanceOf(CarrierRefusal);
    expect(failed).not.toBeInstanceOf(CarrierBusy);
  });
});

describe('a lost answer', () => {
  const sender = () => stand.sender([twilioCarrier(fake.url, { clock: stand.clock })]);

  beforeEach(() => fake.setTime(stand.clock.now()));

  const lose = async (how: 'take-and-hang-up' | 'hang-up'): Promise<string> => {
    await fake.script({ how });
    const id = await stand.queue(clinic);
    await sender().sweep();
    expect(await stand.stateOf(id)).toMatchObject({ state: 'handed-over' });
    await stand.loseLeases();
    return id;
  };

  it('of a text that Twilio took is found, and nothing is sent again', async () => {
    const id = await lose('take-and-hang-up');
    await sender().sweep();
    expect(await stand.stateOf(id)).toMatchObject({ state: 'sent', hand_overs: 1 });
    expect(await fake.taken()).toHaveLength(1);
  });

  it('of a text that Twilio never got is sent once more, once', async () => {
    const id = await lose('hang-up');
    await sender().sweep();
    expect(await stand.stateOf(id)).toMatchObject({ state: 'sent', hand_overs: 1 });
    expect(await fake.taken()).toHaveLength(1);
  });

  it('stays open while Twilio cannot be asked', async () => {
    const id = await lose('take-and-hang-up');
    await fake.script({ how: 'refuse', status: 503 });
    await sender().sweep();
    expect(await stand.stateOf(id)).toMatchObject({ state: 'handed-over' });
    expect(await fake.taken()).toHaveLength(1);
  });

  it('is not settled by a text of the day before, nor by one of two alike', async () => {
    const carrier = twilioCarrier(fake.url, { clock: stand.clock });
    const lost = { ...text(), handedOverAt: new Date('2026-11-25T09:58:00Z') };
    await carrier.send(lost, going);
    expect(await carrier.find(lost)).toBeNull();
    await fake.setTime(lost.handedOverAt);
    await carrier.send(lost, going);
    expect(await carrier.find(lost)).not.toBeNull();
    await carrier.send(lost, going);
    await expect(carrier.find(lost)).rejects.toThrow('more than one');
  });
});
