import { cursorOf, readTimeCursor } from '@dragoman/kernel';
import type { ReadTx } from '@dragoman/platform';
import type { Message, MessageChannel, RecipientKind } from './message.entity';
import type { MessageState } from './message.state';

export const MESSAGES_ON_A_PAGE = 50;
const AFTER_EVERYTHING = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

export interface SentMessage {
  id: string;
  intentId: string;
  bookingId: string | null;
  attempt: number;
  kind: string;
  channel: MessageChannel;
  recipientKind: RecipientKind;
  recipientId: string;
  recipientName: string;
  subject: string | null;
  body: string;
  english: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  languageName: string;
  neutral: boolean;
  version: number;
  reviewState: Message['reviewState'];
  reviewedBy: string | null;
  state: Exclude<MessageState, 'withdrawn'>;
  queuedAt: Date;
  sentAt: Date | null;
  deliveredAt: Date | null;
  failedAt: Date | null;
  failure: string | null;
}

const selected = `select id, intent_id as "intentId", booking_id as "bookingId", attempt, kind, channel,
  recipient_kind as "recipientKind", recipient_id as "recipientId", recipient_name as "recipientName", subject, body,
  english, lang, dir, language_name as "languageName", neutral, template_version as version,
  review_state as "reviewState", reviewed_by as "reviewedBy", state, queued_at as "queuedAt", sent_at as "sentAt", delivered_at as "deliveredAt",
  failed_at as "failedAt", failure from messaging.messages`;

/** A link opens a page as its recipient, so whoever looks over a booking sees that there was one and not where it leads. */
export const withoutSecrets = (text: string): string => text.replace(/(https?:\/\/\S+\/(?:[ipan]|join|password)\/)[\w-]{8,}/g, '$1…');

/** Where an account is made or its password chosen: whoever has such a link may do what its owner may. */
export const withoutAccountLinks = (text: string): string => text.replace(/(https?:\/\/\S+\/(?:join|password)\/)[\w-]{8,}/g, '$1…');

/** Kinds of message whose text holds a code that lets its reader in. */
const kindsWithACode: ReadonlySet<string> = new Set(['sign-in-code']);

/** Where text leaves the program nobody sees who reads it: no link at all, whoever's it is. */
export const withoutLinks = (text: string): string => text.replace(/\b(?:https?|webcal):\/\/\S+/g, '…');

const withoutCodes = (text: string): string => text.replace(/\d{4,}/g, (digits) => '•'.repeat(digits.length));

const shown = (row: SentMessage): SentMessage => {
  const hide = (text: string): string => (kindsWithACode.has(row.kind) ? withoutCodes(withoutSecrets(text)) : withoutSecrets(text));
  return { ...row, subject: row.subject === null ? null : hide(row.subject), body: hide(row.body), english: hide(row.english) };
};

/** Leans on `messages_of_a_booking`, whose first column row-level security supplies. */
export const messagesOfBooking = async (tx: ReadTx, bookingId: string): Promise<SentMessage[]> => {
  const rows = await tx.query<SentMessage[]>(
    `${selected} where booking_id = $1 and state <> 'withdrawn' order by queued_at, id`,
    [bookingId],
  );
  return rows.map(shown);
};

export const messagesById = async (tx: ReadTx, ids: readonly string[]): Promise<Map<string, SentMessage>> => {
  const rows = await tx.query<SentMessage[]>(`${selected} where id = any($1::uuid[])`, [ids]);
  return new Map(rows.map((row) => [row.id, shown(row)]));
};

export interface MessageFilter {
  states: readonly SentMessage['state'][];
  channel?: MessageChannel | undefined;
  after?: string | undefined;
  /** Nothing that was queued before. */
  since?: Date;
  limit?: number;
}

/** What left or is about to, newest first. Leans on `messages_by_time`, whose first column row-level security supplies. */
export const messagesByTime = async (
  tx: ReadTx,
  { states, channel, after, since, limit = MESSAGES_ON_A_PAGE }: MessageFilter,
): Promise<{ items: SentMessage[]; next: string | null }> => {
  const [at, id] = after ? readTimeCursor(after) : AFTER_EVERYTHING;
  const rows = await tx.query<SentMessage[]>(
    `${selected}
      where state = any($1::text[]) and ($2::text is null or channel = $2) and (queued_at, id) < ($3::timestamptz, $4::uuid) and queued_at >= $6::timestamptz
      order by queued_at desc, id desc limit $5`,
    [states, channel ?? null, at, id, limit + 1, since ?? '-infinity'],
  );
  const items = rows.slice(0, limit).map(shown);
  const last = items.at(-1);
  return { items, next: rows.length > items.length && last ? cursorOf(last.queuedAt.toISOString(), last.id) : null };
};
