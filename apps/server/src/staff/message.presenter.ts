import type { PausedView, TimelineEntry } from '@dragoman/contracts';
import { isoOf, isoOrNull } from '@dragoman/kernel';
import { type Inbound, type SentMessage, withoutSecrets } from '@dragoman/messaging';
import type { Pause } from '@dragoman/reminders';


const titles: Record<string, string> = {
  confirmed: 'Date and time',
  'reminder-7-days': 'Reminder, a week before',
  'reminder-2-days': 'Reminder, two days before',
  'reminder-day-before': 'Reminder, the day before',
  'reminder-hours': 'Reminder, hours before',
  cancelled: 'It does not take place',
  moved: 'Another time',
  changed: 'Another place or way',
  'interpreter-changed': 'Another interpreter',
  'interpreter-lost': 'Interpreter cannot come',
  'running-late': 'Later than agreed',
  offer: 'Offer',
  'job-confirmed': 'Confirmation',
  'offer-closed': 'Closing word',
  'job-cancelled': 'Cancellation',
  'leg-released': 'Relay ended',
  'job-off': 'Job no longer theirs',
  'job-updated': 'News about the job',
  'offer-reply': 'Answer to their reply',
  'offer-reply-unclear': 'How to answer',
  help: 'Who we are',
  alert: 'Alert',
  'alert-reply': 'Answer to their reply',
  'still-coming': 'Still coming?',
  'clinic-late': 'The clinic is late',
  'phone-now': 'Wanted on the phone now',
  'sign-in-code': 'Code to sign in',
  invitation: 'Invitation',
  'password-link': 'A new password',
  'details-changed': 'Account changed',
  'address-left': 'Account changed',
  'test-message': 'Test message',
  'agency-asked': 'Request',
  'agency-confirmed': 'Confirmation',
  'agency-ended': 'Closing word',
  'agency-released': 'Cancellation',
};

export const titleOf = (kind: string): string => titles[kind] ?? 'Message';

const progress: Record<SentMessage['state'], string> = {
  queued: 'waiting to leave',
  'handed-over': 'with the carrier',
  sent: 'sent',
  delivered: 'sent',
  failed: 'not delivered',
  unknown: 'nobody knows whether it arrived',
};

const channelWords = { sms: 'text', email: 'email', voice: 'call' } as const;

export const presentText = (message: SentMessage): NonNullable<TimelineEntry['message']> => ({
  channel: message.channel,
  kind: message.kind,
  to: message.recipientKind,
  recipientName: message.recipientName,
  subject: message.subject,
  body: message.body,
  english: message.english,
  lang: message.lang,
  dir: message.dir,
  languageName: message.languageName,
  neutral: message.neutral,
  reviewState: message.reviewState,
  reviewedBy: message.reviewedBy,
  version: message.version,
  state: message.state,
  sentAt: isoOrNull(message.sentAt),
  deliveredAt: isoOrNull(message.deliveredAt),
  failure: message.failure,
});

/** @param staff account id → name */
export const presentPause = (paused: Pause | null, staff: ReadonlyMap<string, string>): PausedView | null =>
  paused && { by: (paused.by && staff.get(paused.by)) ?? null, at: isoOf(paused.at), resumes: paused.resumes };

const recipientWords: Readonly<Record<SentMessage['recipientKind'], (name: string) => string | null>> = {
  patient: () => null,
  interpreter: (name) => `to ${name}`,
  agency: (name) => `to ${name}, an agency`,
  supporter: (name) => `to ${name}, their supporter`,
  staff: (name) => `to ${name}, on duty`,
};

export const presentMessage = (message: SentMessage): TimelineEntry => ({
  id: message.id,
  at: isoOf(message.sentAt ?? message.failedAt ?? message.queuedAt),
  kind: 'message',
  title: `${titleOf(message.kind)} ${progress[message.state]}`,
  detail: [
    recipientWords[message.recipientKind](message.recipientName),
    channelWords[message.channel],
    message.neutral ? 'neutral wording' : null,
  ]
    .filter((part) => part !== null)
    .join(', '),
  message: presentText(message),
});

const meanings: Record<string, string> = {
  coming: 'read as: coming',
  'cannot-come': 'read as: cannot come',
  'call-me': 'read as: please call me',
  'another-time': 'read as: another time',
  'another-interpreter': 'read as: another interpreter',
  'wrong-language': 'read as: not my language',
  help: 'asked for help',
  start: 'wrote START, which a person decides about',
  stop: 'asked for no more messages on this channel',
};

export const presentReply = (reply: Inbound): TimelineEntry => ({
  id: reply.id,
  at: isoOf(reply.receivedAt),
  kind: 'reply',
  title: 'Replied',
  detail: reply.meaning ? (meanings[reply.meaning] ?? null) : 'needs a person to read it',
  reply: { text: withoutSecrets(reply.body), lang: reply.lang, dir: reply.dir },
});
