import type { CallScript, Utterance } from './call-script';
import type { FinishedText } from './finished-text';

export interface PhoneNowFacts {
  clinicName: string;
  /** `Sudanese Arabic`. */
  languageName: string;
  minutes: number;
}

const said = (text: string, isName = false): Utterance => ({ text, isName, phrases: [] });

/** A call to an interpreter who is wanted on the phone now, in English as all that is for interpreters; no word about the patient. */
export const composePhoneNowCall = ({ clinicName, languageName, minutes }: PhoneNowFacts): FinishedText & { script: CallScript } => {
  const says = [said(clinicName, true), said(`needs an interpreter on the phone now: ${languageName}, about ${minutes} minutes.`)];
  const keys: CallScript['keys'] = [
    { digit: '1', meaning: 'coming', says: said('To accept, press 1: you are called at once.') },
    { digit: '2', meaning: 'cannot-come', says: said('If you cannot, press 2.') },
  ];
  const body = [says.map(({ text }) => text).join(' '), ...keys.map((key) => key.says.text)].join('\n');
  return {
    senderName: null,
    subject: null,
    body,
    english: body,
    lang: 'en',
    dir: 'ltr',
    languageName: 'English',
    neutral: false,
    version: 1,
    reviewState: 'source',
    script: {
      voice: { kind: 'say', language: 'en-GB', name: 'Polly.Amy' },
      says,
      keys,
      thanks: said('Thank you. A text message tells you what became of it.'),
      mayLeaveMessage: false,
    },
  };
};
