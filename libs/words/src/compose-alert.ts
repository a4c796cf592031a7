import { instantText } from './compose-interpreter';
import type { Modality, TextChannel } from './compose-patient';
import type { FinishedText } from './finished-text';
import { buttonHtml, escaped, mailHtml } from './html';
import { smsText } from './segments';

/** No name of a patient: a duty telephone lies on a desk. */
export interface AlertFacts {
  /** What happened, in full sentences. */
  sentence: string;
  reference: string;
  /** In English: `Sudanese Arabic`. */
  languageName: string;
  startsAt: Date;
  zone: string;
  siteName: string;
  modality: Modality;
  clinicName: string;
  /** When somebody must have acted. */
  dueAt: Date;
  /** What a text may be answered with. */
  code: string;
  /** Where one says that one has seen it. */
  link: string;
}

const MODALITIES: Readonly<Record<Modality, string>> = { 'in-person': 'in person', video: 'by video', phone: 'by phone' };

const ANSWER = 'I am seeing to it';

const rowsOf = (facts: AlertFacts): (readonly [label: string, value: string])[] => [
  ['Booking', facts.reference],
  ['When', instantText(facts.startsAt, facts.zone)],
  ['Language', facts.languageName],
  ['How', MODALITIES[facts.modality]],
  ['Where', facts.siteName],
  ['See to it by', instantText(facts.dueAt, facts.zone)],
];

const mail = (facts: AlertFacts): Pick<FinishedText, 'senderName' | 'subject' | 'body' | 'html'> => {
  const rows = rowsOf(facts);
  const until = 'This is sent again until somebody says that they are seeing to it.';
  const cells = rows.map(
    ([label, value]) =>
      `<tr><th scope="row" style="text-align:left;padding:4px 16px 4px 0;font-weight:400;color:#3F4B57">${escaped(label)}</th><td style="padding:4px 0">${escaped(value)}</td></tr>`,
  );
  return {
    senderName: facts.clinicName,
    subject: `${facts.reference}: ${facts.sentence}`,
    body: [facts.sentence, '', ...rows.map(([label, value]) => `${label}: ${value}`), '', `${ANSWER}: ${facts.link}`, '', until].join('\n'),
    html: mailHtml(
      { lang: 'en', dir: 'ltr' },
      `<p>${escaped(facts.sentence)}</p><table>${cells.join('')}</table>`,
      buttonHtml({ label: ANSWER, url: facts.link }),
      `<p style="color:#3F4B57">${until}</p>`,
    ),
  };
};

const text = (facts: AlertFacts): Pick<FinishedText, 'senderName' | 'subject' | 'body'> => ({
  senderName: null,
  subject: null,
  body: smsText(
    `${facts.reference}: ${facts.sentence} ${facts.languageName}, ${instantText(facts.startsAt, facts.zone)}, ${MODALITIES[facts.modality]}, ${facts.siteName}. ${ANSWER}: answer OK ${facts.code}, or ${facts.link}`,
  ),
});

/** What an organisation's own people are written, in the language that they work in. @throws Invalid `unknown-zone`. */
export const composeAlert = (channel: TextChannel, facts: AlertFacts): FinishedText => {
  const written = channel === 'sms' ? text(facts) : mail(facts);
  return { ...written, english: written.body, lang: 'en', dir: 'ltr', languageName: 'English', neutral: false, version: 1, reviewState: 'source' };
};

/** What became of somebody's `OK 4821`. */
export type AlertReplyOutcome = { kind: 'seen' | 'seen-before' | 'settled'; reference: string };

const replies: Readonly<Record<AlertReplyOutcome['kind'], (reference: string) => string>> = {
  seen: (reference) => `Thank you. You are seeing to ${reference}, and nobody is written to about this again.`,
  'seen-before': (reference) => `Somebody is seeing to ${reference} already. Nothing was changed.`,
  settled: (reference) => `What ${reference} was about has been settled meanwhile. There is nothing left to do.`,
};

/** What goes back to whoever is on duty. */
export const composeAlertReply = ({ kind, reference }: AlertReplyOutcome): FinishedText => {
  const body = smsText(replies[kind](reference));
  return { senderName: null, subject: null, body, english: body, lang: 'en', dir: 'ltr', languageName: 'English', neutral: false, version: 1, reviewState: 'source' };
};
