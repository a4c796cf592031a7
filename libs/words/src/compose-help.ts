import { type ContactSafety, formFor, type TextChannel } from './compose-patient';
import { type FinishedText, originOf } from './finished-text';
import { smsText } from './segments';
import { fill, nameText, plainText } from './text';
import type { Wordbook } from './wordbook';

export interface HelpRequest {
  words: Wordbook;
  channel: TextChannel;
  safety: ContactSafety;
  /** Ids of the varieties the patient reads, best first. */
  reads: readonly string[];
  clinicName: string;
  clinicPhone: string | null;
}

/**
 * Who wrote to them, where the channel is private; elsewhere only that their message arrived, which tells nobody anything.
 * `null` as `composePatientMessage`: then a person answers alone.
 */
export const composeHelp = ({ words, channel, safety, reads, clinicName, clinicPhone }: HelpRequest): FinishedText | null => {
  const form = formFor(safety);
  const language = form && words.languageFor(reads, 'short', `help.${form}`);
  if (!form || !language) return null;
  const catalog = words.catalogOf(language);
  const english = words.catalogOf('en');
  const values = { clinic: [nameText(clinicName)], phoned: clinicPhone ? 'yes' : 'no', phone: [nameText(clinicPhone ?? '')] };
  const text = catalog.short[`help.${form}`];
  const inLanguage = plainText(fill(text.pattern, values), catalog.dir);
  const inEnglish = plainText(fill(english.short[`help.${form}`].pattern, values), english.dir);
  const whole = text.reviewState === 'draft' && form === 'private' ? `${inLanguage}\n\n${inEnglish}` : inLanguage;
  return {
    senderName: channel === 'email' && form === 'private' ? clinicName : null,
    // Of the neutral form on both: whoever looks over a shoulder reads subjects first.
    subject: channel === 'email' ? catalog.short['subject.neutral'].pattern : null,
    body: channel === 'sms' ? smsText(whole) : whole,
    english: inEnglish,
    lang: catalog.lang,
    dir: catalog.dir,
    languageName: catalog.englishName,
    neutral: form === 'neutral',
    ...originOf(text),
  };
};
