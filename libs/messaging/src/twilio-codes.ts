import type { AfterRefusal } from './after-refusal';

/** `retry`: the same again a little later, where Twilio did not take it; where it had taken it, another channel. */
export type Follow = 'retry' | AfterRefusal;

interface Meaning {
  follow: Follow;
  /** For staff, whom no code helps. */
  sentence: string;
}

const landline: Meaning = { follow: 'call', sentence: 'This number is a landline, which takes no texts.' };
const notANumber: Meaning = { follow: 'suppress', sentence: 'This is not a number that texts can be sent to.' };
const queueFull: Meaning = { follow: 'retry', sentence: 'Too many texts were waiting at Twilio.' };
const blocked: Meaning = { follow: 'another-channel', sentence: 'The phone company did not let the text through.' };
const unregistered: Meaning = {
  follow: 'person',
  sentence: 'Our number is not registered for texts to this country. An administrator must register it with Twilio.',
};
const wrongSender: Meaning = {
  follow: 'person',
  sentence: 'Twilio does not let us send from this sender. An administrator must look at TWILIO_FROM.',
};

/**
 * What Twilio's error codes mean for whoever waits for the text, from its error dictionary (twilio.com/docs/api/errors),
 * as it was in 2026. Twilio divides codes anew from time to time, so one that is not here is no defect: `meaningOf` has an
 * answer to every code.
 */
const meanings: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  [14107, { follow: 'person', sentence: 'Too many texts went to this number within seconds, so Twilio stopped them.' }],
  [20003, { follow: 'person', sentence: 'Twilio does not know our account. An administrator must look at TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.' }],
  [20429, { follow: 'retry', sentence: 'Twilio was given too much at once.' }],
  [21211, notANumber],
  [21265, notANumber],
  [21408, { follow: 'another-channel', sentence: 'Texts to this country are not enabled in our Twilio account.' }],
  [21606, wrongSender],
  [21608, { follow: 'person', sentence: 'Our Twilio account is a trial, which texts only numbers that were verified there.' }],
  [21610, { follow: 'suppress', sentence: 'They wrote STOP to our number, and Twilio keeps to it: no text is let through.' }],
  [21611, queueFull],
  [21612, { follow: 'another-channel', sentence: 'Twilio has no way from our sender to this number.' }],
  [21614, landline],
  [21617, { follow: 'another-channel', sentence: 'The text is longer than an SMS may be.' }],
  [21635, landline],
  [21659, wrongSender],
  [21660, wrongSender],
  [30001, queueFull],
  [30002, { follow: 'person', sentence: 'Our Twilio account is suspended. An administrator must look at it.' }],
  [30003, { follow: 'another-channel', sentence: 'The phone could not be reached: off, without a signal, or abroad.' }],
  [30004, { follow: 'another-channel', sentence: 'The phone or its company blocks our texts.' }],
  [30005, { follow: 'suppress', sentence: 'This number is unknown or no longer in use.' }],
  [30006, landline],
  [30007, blocked],
  [30008, { follow: 'another-channel', sentence: 'The phone company did not deliver the text and does not say why.' }],
  [30022, { follow: 'retry', sentence: 'The phone company was given too much at once.' }],
  [30032, unregistered],
  [30034, unregistered],
  [30036, { follow: 'another-channel', sentence: 'The text waited too long at Twilio and would have come too late.' }],
]);

const unknown: Meaning = { follow: 'another-channel', sentence: 'Twilio did not deliver the text.' };

/** @param code Twilio's; one that is not in the table leads to another channel. */
export const meaningOf = (code: number | null | undefined): Meaning => meanings.get(code ?? 0) ?? unknown;

/** What follows when Twilio had taken a text and says later that it did not arrive: the time for trying again is over. */
export const afterReceipt = (code: number | null): { failure: string; after: AfterRefusal } => {
  const { follow, sentence } = meaningOf(code);
  return { failure: sentence, after: follow === 'retry' ? 'another-channel' : follow };
};
