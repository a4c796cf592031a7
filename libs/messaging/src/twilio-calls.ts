import type { AfterRefusal } from './after-refusal';
import type { Receipt } from './messages.service';

interface Meaning {
  follow: AfterRefusal;
  /** For staff. */
  sentence: string;
}

const notANumber: Meaning = { follow: 'suppress', sentence: 'This is not a number that can be called.' };
const notAllowed: Meaning = { follow: 'another-channel', sentence: 'Calls to this country are not enabled in our Twilio account.' };
const wrongCaller: Meaning = {
  follow: 'person',
  sentence: 'Twilio does not let us call from this number. An administrator must look at TWILIO_VOICE_FROM.',
};

/** What Twilio's error codes mean when a call is to be placed (twilio.com/docs/api/errors), as it was in 2026. */
const refusals: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  [13224, notANumber],
  [13225, notAllowed],
  [13227, notAllowed],
  [20003, { follow: 'person', sentence: 'Twilio does not know our account. An administrator must look at TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.' }],
  [21201, notANumber],
  [21210, wrongCaller],
  [21211, notANumber],
  [21212, wrongCaller],
  [21214, notANumber],
  [21215, notAllowed],
  [21216, notAllowed],
  [21217, notANumber],
]);

/** @param code Twilio's; one that is not in the table leads to another channel. */
export const callRefusal = (code: number | null | undefined): Meaning =>
  refusals.get(code ?? 0) ?? { follow: 'another-channel', sentence: 'Twilio did not place the call.' };

/** How a call ended that nobody heard; what is not here is still under way. */
const unheard: Readonly<Record<string, Meaning>> = {
  busy: { follow: 'later', sentence: 'The line was busy.' },
  'no-answer': { follow: 'later', sentence: 'Nobody answered the call.' },
  failed: { follow: 'another-channel', sentence: 'The call could not be connected.' },
  canceled: { follow: 'another-channel', sentence: 'The call was ended before it rang.' },
};

/** What Twilio reports of a call before it is answered or instead. Whether it was heard is known from what it asks us for. */
export const callReceipt = ({ sid: providerId, status }: { sid: string; status: string }): Omit<Receipt, 'messageId'> => {
  const ended = unheard[status];
  return ended ? { outcome: 'undelivered', providerId, failure: ended.sentence, after: ended.follow } : { outcome: 'taken', providerId };
};
