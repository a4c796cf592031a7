import type { PatientLanguage } from './catalogs/catalog';
import { type ComposedPatientMessage, formFor, type PatientFacts, type PatientMessageRequest } from './compose-patient';
import { whenWords } from './dates';
import { originOf } from './finished-text';
import { mailHtml, textHtml } from './html';
import { segmentsOf, smsText } from './segments';
import { fill, nameText, plainText, type TextValues } from './text';

export interface SupporterFacts extends Pick<PatientFacts, 'clinicName' | 'siteName' | 'address' | 'room' | 'startsAt' | 'zone'> {
  patientName: string;
}

type SupporterRequest = Pick<PatientMessageRequest, 'words' | 'channel' | 'safety' | 'reads'> & { facts: SupporterFacts };

const valuesIn = (language: PatientLanguage, facts: SupporterFacts): TextValues => ({
  when: whenWords(language, facts).phrase,
  patient: [nameText(facts.patientName)],
  clinic: [nameText(facts.clinicName)],
  place: [nameText([facts.siteName, facts.address, facts.room].filter(Boolean).join(', '))],
});

/**
 * What somebody is told in a patient's place: when, and on a private channel who and where. No interpreter, no link, no
 * answer that could be taken for the patient's, no entry for a calendar. `null` as `composePatientMessage`.
 * @throws Invalid `unknown-zone`.
 */
export const composeSupporterMessage = ({ words, channel, safety, reads, facts }: SupporterRequest): Omit<ComposedPatientMessage, 'language'> | null => {
  const form = formFor(safety);
  const language = form && words.languageFor(reads, 'short', `supporter.${form}`);
  if (!form || !language) return null;
  const catalog = words.catalogOf(language);
  const english = words.catalogOf('en');
  const text = catalog.short[`supporter.${form}`];
  const said = plainText(fill(text.pattern, valuesIn(language, facts)), catalog.dir);
  const inEnglish = plainText(fill(english.short[`supporter.${form}`].pattern, valuesIn('en', facts)), english.dir);
  const besides = text.reviewState === 'draft' && form === 'private' ? inEnglish : null;
  const whole = besides ? `${said}\n\n${besides}` : said;
  const body = channel === 'sms' ? smsText(whole) : whole;
  return {
    languageName: catalog.englishName,
    lang: catalog.lang,
    dir: catalog.dir,
    neutral: form === 'neutral',
    senderName: channel === 'email' && form === 'private' ? facts.clinicName : null,
    // Of the neutral form on both: "your appointment" is not theirs.
    subject: channel === 'email' ? catalog.short['subject.neutral'].pattern : null,
    body,
    html: channel === 'email' ? mailHtml(catalog, `<p>${textHtml(said)}</p>`, besides ? `<p lang="en" dir="ltr">${textHtml(besides)}</p>` : '') : null,
    calendar: null,
    english: inEnglish,
    ...originOf(text),
    get segments() {
      return channel === 'sms' ? segmentsOf(body) : null;
    },
  };
};
