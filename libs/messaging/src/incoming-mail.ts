import { createHash } from 'node:crypto';
import { type ParsedMail, simpleParser } from 'mailparser';
import { type MailReply, statusIn } from './smtp-codes';

/** Mail that came back, as far as anything follows from it. */
export type IncomingMail =
  | { kind: 'report'; messageId: string; outcome: 'delivered' | 'undelivered'; reply: MailReply }
  | {
      kind: 'letter';
      /** The same for the same mail, however often it is brought in. */
      id: string;
      /** In lower case. Anybody can write it there. */
      from: string;
      /** With what it quotes. */
      text: string;
      /** Ours that it says it answers, nearest first. */
      answers: string[];
    }
  /** Answers nobody wrote, and reports of mail that is still on its way. */
  | { kind: 'automatic' };

const OURS = /([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})@/i;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const ourIdIn = (text: string): string | undefined => OURS.exec(text)?.[1]?.toLowerCase();

const partOf = (mail: ParsedMail, type: RegExp): string =>
  mail.attachments.find(({ contentType }) => type.test(contentType))?.content.toString('utf8') ?? '';

const fieldIn = (text: string, name: string): string | undefined =>
  new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(text)?.[1]?.trim();

/** RFC 3464: which of ours, and what became of it. */
const reportIn = (mail: ParsedMail, status: string): IncomingMail => {
  const envelope = fieldIn(status, 'Original-Envelope-Id') ?? '';
  const original = fieldIn(partOf(mail, /^(message\/rfc822|text\/rfc822-headers|message\/global)/), 'Message-ID') ?? '';
  const messageId = UUID.test(envelope) ? envelope.toLowerCase() : ourIdIn(original);
  const action = fieldIn(status, 'Action')?.toLowerCase();
  if (!messageId || (action !== 'failed' && action !== 'delivered')) return { kind: 'automatic' };
  const [, code] = /(?:^|\s)([45]\d\d)[ -]/.exec(fieldIn(status, 'Diagnostic-Code') ?? '') ?? [];
  return {
    kind: 'report',
    messageId,
    outcome: action === 'delivered' ? 'delivered' : 'undelivered',
    reply: { status: statusIn(fieldIn(status, 'Status') ?? ''), code: code === undefined ? undefined : Number(code) },
  };
};

/** RFC 3834: somebody is away. A server that could not deliver and says so in its own words is read by a person. */
const wasWrittenByNobody = ({ headers, from }: ParsedMail): boolean => {
  const submitted = String(headers.get('auto-submitted') ?? 'no').toLowerCase();
  const isPostmaster = /^(mailer-daemon|postmaster)@/i.test(from?.value[0]?.address ?? '');
  return !submitted.startsWith('no') && !isPostmaster;
};

/** @param raw RFC 5322. */
export const readMail = async (raw: Buffer): Promise<IncomingMail> => {
  const mail = await simpleParser(raw, { keepDeliveryStatus: true, skipImageLinks: true, skipTextToHtml: true });
  const status = partOf(mail, /^message\/(global-)?delivery-status/);
  if (status) return reportIn(mail, status);
  const from = mail.from?.value[0]?.address?.toLowerCase();
  if (!from || wasWrittenByNobody(mail)) return { kind: 'automatic' };
  const named = [mail.inReplyTo, ...[mail.references ?? []].flat().reverse()];
  return {
    kind: 'letter',
    id: mail.messageId ?? createHash('sha256').update(raw).digest('hex'),
    from,
    text: mail.text ?? mail.subject ?? '',
    answers: [...new Set(named.flatMap((id) => ourIdIn(id ?? '') ?? []))],
  };
};
