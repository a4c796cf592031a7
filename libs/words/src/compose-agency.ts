import { minutesBetween } from '@dragoman/kernel';
import { instantText } from './compose-interpreter';
import type { Modality } from './compose-patient';
import type { FinishedText } from './finished-text';
import { buttonHtml, escaped, mailHtml } from './html';

/** `ended`: the place was filled another way. */
export type AgencyMailKind = 'asked' | 'confirmed' | 'closed' | 'withdrawn' | 'changed' | 'expired' | 'released';

export interface AgencyFacts {
  clinicName: string;
  clinicPhone: string | null;
  reference: string;
  /** `Sudanese Arabic`. */
  languageName: string;
  otherName: string;
  /** Under which the language goes in general; null where there is no such name. */
  familyName: string | null;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  modality: Modality;
  siteName: string;
  address: string;
  /** What it is about, as widely as that says who can interpret. */
  topic: string;
  requiredGender: string | null;
  answerBy: Date;
  /** Whom the agency named; null as long as nobody is. */
  interpreterName: string | null;
}

const ways: Readonly<Record<Modality, string>> = { 'in-person': 'in person', video: 'by video', phone: 'by phone' };

/** Somebody of another variety under the same name does harm, so it is said before anybody is looked for. */
export const dialectCaveat = ({ languageName, familyName }: Pick<AgencyFacts, 'languageName' | 'familyName'>): string =>
  familyName === null || familyName === languageName
    ? `${languageName}, exactly that: a language near to it is not enough.`
    : `${languageName}, exactly that: another ${plainName(familyName)} is not enough. Ask the interpreter before you confirm.`;

/** `Arabic (variety not stated)` is `Arabic`. */
const plainName = (name: string): string => name.replace(/ \(.*\)$/, '');

interface Wording {
  subject: (facts: AgencyFacts) => string;
  lead: (facts: AgencyFacts) => string;
  action: string | null;
}

const wordings: Readonly<Record<AgencyMailKind, Wording>> = {
  asked: {
    subject: ({ reference, languageName }) => `${reference}: can you send an interpreter for ${languageName}?`,
    lead: ({ clinicName, zone, answerBy }) =>
      `${clinicName} needs an interpreter. Whoever confirms first is booked; if we hear nothing by ${instantText(answerBy, zone)}, we look elsewhere.`,
    action: 'Confirm or decline',
  },
  confirmed: {
    subject: ({ reference }) => `${reference} is booked with you`,
    lead: ({ interpreterName }) => `Thank you. ${interpreterName ?? 'Your interpreter'} is booked.`,
    action: 'See what is booked',
  },
  closed: {
    subject: ({ reference }) => `${reference} is filled`,
    lead: () => 'Somebody else accepted first. There is nothing that you need to do. Thank you.',
    action: null,
  },
  withdrawn: {
    subject: ({ reference }) => `${reference} is not needed any more`,
    lead: () => 'The clinic has taken this request back. There is nothing that you need to do. Thank you.',
    action: null,
  },
  changed: {
    subject: ({ reference }) => `${reference} has changed`,
    lead: () => 'Something about this appointment changed, so this request does not count any more. If somebody is still needed, you are asked anew. Thank you.',
    action: null,
  },
  expired: {
    subject: ({ reference }) => `${reference}: the time to answer is over`,
    lead: () => 'We had no answer in time and look elsewhere. There is nothing that you need to do.',
    action: null,
  },
  released: {
    subject: ({ reference, interpreterName }) => `${reference}: ${interpreterName ?? 'your interpreter'} is not needed`,
    lead: ({ interpreterName }) => `This appointment was cancelled or changed. Please tell ${interpreterName ?? 'your interpreter'} not to go.`,
    action: null,
  },
};

const rowsOf = (kind: AgencyMailKind, facts: AgencyFacts): [label: string, value: string][] => {
  const short: [string, string][] = [
    ['Reference', facts.reference],
    ['Language', `${facts.languageName} and ${facts.otherName}`],
    ['When', `${instantText(facts.startsAt, facts.zone)} (${facts.zone})`],
  ];
  if (kind !== 'asked' && kind !== 'confirmed') return short;
  return [
    ...short,
    ['Length', `${minutesBetween(facts.startsAt, facts.endsAt)} minutes`],
    ['How', ways[facts.modality]],
    ...(facts.modality === 'in-person' ? [['Where', `${facts.siteName}, ${facts.address}`] as [string, string]] : []),
    ['About', facts.topic],
    ...(facts.requiredGender === null ? [] : [['Needed', `a ${facts.requiredGender}`] as [string, string]]),
    ...(facts.clinicPhone === null ? [] : [['Questions', `${facts.clinicName}, ${facts.clinicPhone}`] as [string, string]]),
  ];
};

const tableHtml = (rows: readonly [string, string][]): string =>
  `<table>${rows
    .map(([label, value]) => `<tr><th scope="row" style="text-align:left;padding:4px 16px 4px 0;font-weight:400;color:#3F4B57">${escaped(label)}</th><td style="padding:4px 0">${escaped(value)}</td></tr>`)
    .join('')}</table>`;

/** A mail to an outside agency: all that it needs to find somebody, and no word about the patient. */
export const composeAgencyMail = (kind: AgencyMailKind, facts: AgencyFacts, link: string | null): FinishedText => {
  const { subject, lead, action } = wordings[kind];
  const rows = rowsOf(kind, facts);
  const caveat = kind === 'asked' ? dialectCaveat(facts) : null;
  const body = [
    lead(facts),
    ...(caveat ? ['', caveat] : []),
    '',
    ...rows.map(([label, value]) => `${label}: ${value}`),
    ...(action && link ? ['', `${action}: ${link}`] : []),
  ].join('\n');
  const html = mailHtml(
    { lang: 'en', dir: 'ltr' },
    `<p>${escaped(lead(facts))}</p>`,
    caveat ? `<p><strong>${escaped(caveat)}</strong></p>` : '',
    tableHtml(rows),
    action && link ? buttonHtml({ label: action, url: link }) : '',
  );
  return {
    senderName: facts.clinicName,
    subject: subject(facts),
    body,
    html,
    english: body,
    lang: 'en',
    dir: 'ltr',
    languageName: 'English',
    neutral: false,
    version: 1,
    reviewState: 'source',
  };
};
