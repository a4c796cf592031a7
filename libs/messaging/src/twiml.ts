import twilio from 'twilio';
import type { CallScript, CallVoice, Utterance } from '@dragoman/words';

type Response = InstanceType<typeof twilio.twiml.VoiceResponse>;
type Speaker = Pick<Response, 'say' | 'play'>;

const ENGLISH = { language: 'en-GB', voice: 'Polly.Amy' } as const;
/** Long enough to find the key, in seconds. */
const PATIENCE = 8;

export interface CallAddresses {
  /** Where the pressed key is posted, and that none was. */
  answered: string;
  /** Where it is posted that the whole message was left on a machine. */
  left: string;
  /** Where a recording is heard. */
  sound(id: string): string;
}

interface Said {
  script: CallScript;
  /** By phrase. */
  sounds: ReadonlyMap<string, string>;
  addresses: CallAddresses;
}

const utter = (speaker: Speaker, voice: CallVoice, { text, isName, phrases }: Utterance, { sounds, addresses }: Pick<Said, 'sounds' | 'addresses'>): void => {
  if (voice.kind === 'recorded') {
    for (const phrase of phrases) speaker.play(addresses.sound(sounds.get(phrase) ?? ''));
    return;
  }
  const attributes = isName ? ENGLISH : { language: voice.language, voice: voice.name };
  speaker.say(attributes as Parameters<Speaker['say']>[0], text);
};

/** To whoever answers: all of it twice, and a key at any time. */
export const twimlForPerson = ({ script, ...at }: Said): string => {
  const response = new twilio.twiml.VoiceResponse();
  const gather = response.gather({
    action: at.addresses.answered,
    method: 'POST',
    input: ['dtmf'],
    numDigits: 1,
    timeout: PATIENCE,
    // That nobody pressed a key is posted too: it was heard to the end.
    actionOnEmptyResult: true,
  });
  for (const time of [1, 2]) {
    for (const each of script.says) utter(gather, script.voice, each, at);
    for (const { says } of script.keys) utter(gather, script.voice, says, at);
    if (time === 1) gather.pause({ length: 2 });
  }
  return response.toString();
};

/** After the tone: what it is, without keys that a machine cannot press. */
export const twimlForMachine = ({ script, ...at }: Said): string => {
  const response = new twilio.twiml.VoiceResponse();
  response.pause({ length: 1 });
  for (const each of script.says) utter(response, script.voice, each, at);
  response.redirect({ method: 'POST' }, at.addresses.left);
  return response.toString();
};

export const twimlForThanks = ({ script, ...at }: Said): string => {
  const response = new twilio.twiml.VoiceResponse();
  utter(response, script.voice, script.thanks, at);
  response.hangup();
  return response.toString();
};

/** Says nothing of what it was about. */
export const twimlForNothing = (): string => {
  const response = new twilio.twiml.VoiceResponse();
  response.hangup();
  return response.toString();
};
