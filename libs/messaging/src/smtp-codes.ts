import type { AfterRefusal } from './after-refusal';

/** What follows a refusal by a mail server. `retry`: it surely did not take the mail, and may take it later. */
export interface MailOutcome {
  after: AfterRefusal | 'retry';
  /** For staff. */
  sentence: string;
}

/** What a mail server said: `550`, and `5.1.1` where it also speaks RFC 3463. */
export interface MailReply {
  code?: number | undefined;
  /** `class.subject.detail` */
  status?: string | undefined;
}

const outcome =
  (after: MailOutcome['after']) =>
  (sentence: string): MailOutcome => ({ after, sentence });

const suppress = outcome('suppress');
const elsewhere = outcome('another-channel');
const person = outcome('person');
const retry = outcome('retry');

const NO_MAILBOX = suppress('There is no such mailbox.');
const NO_DOMAIN = suppress('The part of the address after the @ does not receive mail.');
const MAILBOX_FULL = elsewhere('The mailbox is full.');
const NOT_OURS = elsewhere('Their mail server does not accept our mail. Whoever runs the mail server has to look at it.');
const TOO_LARGE = person('Their mail server says that the message is too large.');
const OWN_LOGIN = retry('Our own mail server refuses our login.');
const NOT_REACHED = elsewhere('Their mail server could not be reached.');
const LOOP = elsewhere('Their mail servers pass the message round in a circle.');

/** RFC 3463 and the IANA registry of enhanced status codes, of permanent failures (`5.…`); details first, then subjects. */
const permanent: Readonly<Record<string, MailOutcome>> = {
  '1.0': elsewhere('Their mail server refuses this address.'),
  '1.1': NO_MAILBOX,
  '1.2': NO_DOMAIN,
  '1.3': suppress('The address is not written as an address can be.'),
  '1.4': elsewhere('The address fits more than one mailbox.'),
  '1.6': suppress('The mailbox has moved, and nobody knows where.'),
  '1.7': NOT_OURS,
  '1.8': NOT_OURS,
  '1.10': NO_DOMAIN,
  '2.0': elsewhere('Something is wrong with the mailbox.'),
  '2.1': suppress('The mailbox is switched off.'),
  '2.2': MAILBOX_FULL,
  '2.3': TOO_LARGE,
  '3.4': TOO_LARGE,
  '4.1': NOT_REACHED,
  '4.4': NO_DOMAIN,
  '4.6': LOOP,
  '4.7': NOT_REACHED,
  '7.8': OWN_LOGIN,
  '7.9': OWN_LOGIN,
  '7.11': OWN_LOGIN,
  '1': elsewhere('Their mail server refuses this address.'),
  '2': elsewhere('Something is wrong with the mailbox.'),
  '3': elsewhere('Their mail server cannot take the message.'),
  '4': NOT_REACHED,
  '5': elsewhere('Their mail server did not understand ours.'),
  '6': elsewhere('Their mail server cannot pass on a message of this kind.'),
  '7': NOT_OURS,
};

/** RFC 5321 §4.2.3, for servers that say no more. 550 may mean the mailbox or a policy, so it silences no address. */
const replies: Readonly<Record<number, MailOutcome>> = {
  521: NO_DOMAIN,
  530: OWN_LOGIN,
  534: OWN_LOGIN,
  535: OWN_LOGIN,
  538: OWN_LOGIN,
  550: elsewhere('Their mail server refuses this address.'),
  551: suppress('The mailbox has moved, and nobody knows where.'),
  552: MAILBOX_FULL,
  553: elsewhere('Their mail server refuses this address.'),
  554: NOT_OURS,
  556: NO_DOMAIN,
};

const LATER = retry('Their mail server cannot take it now.');
const OTHERWISE = elsewhere('The mail server refused the message.');

const STATUS = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])/;

/** The enhanced status in a line of a server or a report: `5.1.1`. */
export const statusIn = (text: string): string | undefined => STATUS.exec(text)?.[0];

/** What a refusal while we hand over means. @param reply with a code or status of class 4 or 5 */
export const mailOutcome = ({ code, status }: MailReply): MailOutcome => {
  const [, statusClass, subject = '', detail = ''] = STATUS.exec(status ?? '') ?? [];
  const isPassing = code === undefined ? statusClass === '4' : code < 500;
  if (isPassing) return LATER;
  const byStatus = statusClass === '5' ? (permanent[`${subject}.${detail}`] ?? permanent[subject]) : undefined;
  return byStatus ?? (code === undefined ? undefined : replies[code]) ?? OTHERWISE;
};

/**
 * What a report about mail that never arrived means (RFC 3464). Whoever wrote it has stopped trying, so a passing
 * failure (`4.…`) is final too; but it says nothing against the address.
 */
export const bounceOutcome = (reply: MailReply): MailOutcome & { after: AfterRefusal } => {
  const [, statusClass, ...rest] = STATUS.exec(reply.status ?? '') ?? [];
  const asPermanent = statusClass === '4' ? { status: `5.${rest.join('.')}` } : reply;
  const { after, sentence } = mailOutcome(asPermanent);
  const isPassing = statusClass === '4' || after === 'retry';
  return { after: isPassing ? 'another-channel' : after, sentence };
};
