import type { SendMailOptions } from 'nodemailer';
import { calendarText, methodOf } from '@dragoman/words';
import type { OutgoingMessage } from './carrier';
import { stopToken } from './stop-token';

/** What all mail of this installation has in common. */
export interface MailFrame {
  /** The address that mail comes from, where replies and reports go. */
  from: string;
  publicUrl: string;
  /** Seals the addresses that ask for silence. */
  secret: string;
  now: Date;
}

const hostOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Ours inside the header of the mail: replies and reports name it. */
export const messageIdFor = ({ id }: Pick<OutgoingMessage, 'id'>, from: string): string => `<${id}@${hostOf(from)}>`;

/**
 * One click in their mail program asks for silence. Not for interpreters and agencies, who answer for offers another way.
 * RFC 8058 wants https, so without it there are no such headers.
 */
const stopHeaders = ({ id, recipientKind }: OutgoingMessage, { publicUrl, secret }: MailFrame): Record<string, string> =>
  (recipientKind === 'patient' || recipientKind === 'supporter') && publicUrl.startsWith('https:')
    ? {
        'List-Unsubscribe': `<${publicUrl}/u/${stopToken(id, secret)}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }
    : {};

const eventOf = ({ neutral, calendar }: OutgoingMessage, { from, now }: MailFrame) =>
  calendar && !neutral
    ? {
        method: methodOf(calendar),
        filename: 'appointment.ics',
        // The bare address, because a calendar shows its organiser to whoever looks.
        content: calendarText(calendar, { organizer: { name: from, email: from }, writtenAt: now }),
      }
    : undefined;

/** The message as a mail: text, HTML and what a calendar takes. A neutral one has no name, no file and no further header. */
export const mailOf = (message: OutgoingMessage, frame: MailFrame): SendMailOptions => ({
  from: message.neutral || !message.sender ? frame.from : { name: message.sender, address: frame.from },
  to: message.address,
  subject: message.subject ?? '',
  text: message.body,
  html: message.html ?? undefined,
  icalEvent: eventOf(message, frame),
  date: frame.now,
  messageId: messageIdFor(message, frame.from),
  headers: { 'Auto-Submitted': 'auto-generated', ...stopHeaders(message, frame) },
  disableFileAccess: true,
  disableUrlAccess: true,
});
