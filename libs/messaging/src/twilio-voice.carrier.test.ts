import { newId } from '@dragoman/kernel';
import { carrierContract } from '../../../tests/support/carrier.contract';
import { type FakeTwilio, fakeTwilio, ourVoice, prismTwilio, scriptOf, twilioVoice } from '../../../tests/support/twilio/stand';
import { CarrierBusy, CarrierRefusal, type OutgoingMessage } from './carrier';

const phone = '+442079460482';
const going = new AbortController().signal;
let fake: FakeTwilio;

beforeAll(async () => {
  fake = await fakeTwilio();
});
beforeEach(() => fake.forget());
afterAll(() => fake.stop());

const aCall = (address = phone): OutgoingMessage => ({
  id: newId(),
  organisationId: newId(),
  channel: 'voice',
  address,
  sender: null,
  subject: null,
  body: 'موعدك: الخميس \u20663/12/2026\u2069\n1\u00a0سآتي',
  html: null,
  calendar: null,
  script: null,
  lang: 'ar',
  dir: 'rtl',
  sendBefore: null,
  neutral: true,
  recipientKind: 'patient',
});

// A call carries no words: they are asked for once somebody has answered.
carrierContract('Twilio voice', 'voice', () => ({
  carrier: twilioVoice(fake.url),
  organisationId: newId(),
  reachable: phone,
  outOfService: '+447700900000',
  given: async (messageId) =>
    (await fake.calls()).filter(({ url }) => url === scriptOf(messageId)).map(({ to }) => ({ address: to, subject: null, body: aCall().body })),
}));

it('Twilio’s own description accepts every call and every question about one, and refuses what is wrong', async () => {
  const prism = await prismTwilio();
  try {
    const carrier = twilioVoice(prism.url);
    expect(await carrier.send(aCall(), going)).toEqual({ providerId: expect.stringMatching(/^CA/) });
    // The page in the description has a next one always; that it was shown is what counts here.
    await expect(carrier.find({ ...aCall(), handedOverAt: new Date() })).rejects.toThrow('too many calls to this number');
    await expect(twilioVoice(prism.url, 'AC-nobody').send(aCall(), going)).rejects.toBeInstanceOf(CarrierRefusal);
  } finally {
    await prism.stop();
  }
}, 120_000);

it('is placed from our number, waits for the end of a machine’s greeting, and names in no address what it is about', async () => {
  const call = aCall();
  await twilioVoice(fake.url).send(call, going);
  const [placed] = await fake.calls();
  expect(placed).toMatchObject({ from: ourVoice, to: phone, url: scriptOf(call.id), statusCallback: `${scriptOf(call.id)}/status`, machineDetection: 'DetectMessageEnd' });
});

it.each([
  [21211, 'suppress'],
  [21215, 'another-channel'],
  [21210, 'person'],
  [99999, 'another-channel'],
] as const)('after refusal %s, what follows is %s', async (code, after) => {
  await fake.script({ how: 'refuse', code });
  await expect(twilioVoice(fake.url).send(aCall(), going)).rejects.toMatchObject({ after });
});

it('waits where it is asked to', async () => {
  await fake.script({ how: 'refuse', status: 429, code: 20429, retryAfter: 90 });
  await expect(twilioVoice(fake.url).send(aCall(), going)).rejects.toBeInstanceOf(CarrierBusy);
});

it('after a lost answer finds the one call that it placed, and does not guess between two', async () => {
  const carrier = twilioVoice(fake.url);
  const call = { ...aCall(), handedOverAt: new Date() };
  await fake.script({ how: 'take-and-hang-up' });
  await expect(carrier.send(call, going)).rejects.toThrow();
  const [placed] = await fake.calls();
  expect(await carrier.find(call)).toEqual({ providerId: placed?.sid });
  await carrier.send(aCall(), going);
  await expect(carrier.find(call)).rejects.toThrow('more than one call fits');
});
