import type { DomainEvent } from '@dragoman/platform';
import type { CalendarEntry, CallScript } from '@dragoman/words';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AfterRefusal } from './after-refusal';
import { assertStep, type MessageState } from './message.state';
import { messageFailed, messageSent } from './messaging.events';

export const messageChannels = ['sms', 'email', 'voice'] as const;
/** `voice`: a call that says it. */
export type MessageChannel = (typeof messageChannels)[number];
/**
 * A supporter is told in a patient's place: never whatever only the patient may see, and they cannot answer for them.
 * `staff`: the organisation's own people, by the organisation's id.
 */
export type RecipientKind = 'patient' | 'interpreter' | 'supporter' | 'staff' | 'agency';

/** One attempt to say something to somebody on one channel. What to say, and whether to try again, is not decided here. */
@Entity({ schema: 'messaging', name: 'messages' })
export class Message {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'uuid', name: 'intent_id' })
  intentId: string;

  @Column({ type: 'int' })
  attempt: number;

  /** Null where it is about no booking: an invitation, a code to sign in with. */
  @Column({ type: 'uuid', name: 'booking_id', nullable: true })
  bookingId: string | null;

  @Column({ type: 'text', name: 'recipient_kind' })
  recipientKind: RecipientKind;

  @Column({ type: 'uuid', name: 'recipient_id' })
  recipientId: string;

  @Column({ type: 'text', name: 'recipient_name' })
  recipientName: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text' })
  channel: MessageChannel;

  @Column({ type: 'text' })
  address: string;

  /** The From name; `null` where it must say nothing. */
  @Column({ type: 'text', nullable: true })
  sender: string | null;

  @Column({ type: 'text', nullable: true })
  subject: string | null;

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'text', nullable: true })
  html: string | null;

  /** What a calendar is told; `null` where a message carries nothing for one. */
  @Column({ type: 'jsonb', nullable: true })
  calendar: CalendarEntry | null;

  /** What a carrier bills of a text message; null of anything else, and of those from before parts were counted. */
  @Column({ type: 'int', nullable: true })
  parts: number | null;

  /** What a call says; `null` of everything else. */
  @Column({ type: 'jsonb', nullable: true })
  script: CallScript | null;

  @Column({ type: 'text' })
  english: string;

  @Column({ type: 'text' })
  lang: string;

  @Column({ type: 'text' })
  dir: 'ltr' | 'rtl';

  @Column({ type: 'text', name: 'language_name' })
  languageName: string;

  @Column({ type: 'boolean' })
  neutral: boolean;

  @Column({ type: 'int', name: 'template_version' })
  version: number;

  @Column({ type: 'text', name: 'review_state' })
  reviewState: 'source' | 'draft' | 'reviewed';

  /** Who had read the text when it was put together: `R. (who reads it), 24 November 2026`. */
  @Column({ type: 'text', name: 'reviewed_by', nullable: true })
  reviewedBy: string | null;

  @Column({ type: 'text' })
  state: MessageState;

  @Column({ type: 'text', name: 'provider_id', nullable: true })
  providerId: string | null;

  @Column({ type: 'timestamptz', name: 'queued_at' })
  queuedAt: Date;

  @Column({ type: 'timestamptz', name: 'not_before' })
  notBefore: Date;

  /** Afterwards it would be stale. */
  @Column({ type: 'timestamptz', name: 'send_before', nullable: true })
  sendBefore: Date | null;

  /** Whoever holds this may say what became of it; nobody else. */
  @Column({ type: 'uuid', nullable: true })
  claim: string | null;

  /** By the database's clock, because the processes that compare it must agree. */
  @Column({ type: 'timestamptz', name: 'lease_until', nullable: true })
  leaseUntil: Date | null;

  @Column({ type: 'int', name: 'hand_overs' })
  handOvers: number;

  @Column({ type: 'int' })
  asks: number;

  @Column({ type: 'timestamptz', name: 'handed_over_at', nullable: true })
  handedOverAt: Date | null;

  @Column({ type: 'timestamptz', name: 'sent_at', nullable: true })
  sentAt: Date | null;

  @Column({ type: 'timestamptz', name: 'delivered_at', nullable: true })
  deliveredAt: Date | null;

  @Column({ type: 'timestamptz', name: 'failed_at', nullable: true })
  failedAt: Date | null;

  /** A sentence for staff. */
  @Column({ type: 'text', nullable: true })
  failure: string | null;

  sent(providerId: string, now: Date): DomainEvent {
    this.moveTo('sent');
    this.providerId = providerId;
    this.sentAt = now;
    return messageSent(this.ids());
  }

  /** The receipt may overtake the answer to our own call, so it counts as sent too. */
  delivered(now: Date): DomainEvent[] {
    const wasSent = this.sentAt !== null;
    this.moveTo('delivered');
    this.sentAt ??= now;
    this.deliveredAt = now;
    return wasSent ? [] : [messageSent(this.ids())];
  }

  fail(sentence: string, now: Date, after: AfterRefusal = 'another-channel'): DomainEvent {
    this.moveTo('failed');
    this.failedAt = now;
    this.failure = sentence;
    return messageFailed({ ...this.ids(), outcome: 'failed', after });
  }

  /** Nobody can say whether it arrived; sending again could say it twice. */
  lose(now: Date): DomainEvent {
    this.moveTo('unknown');
    this.failedAt = now;
    this.failure = 'The connection to the carrier was lost, and nobody can say whether this arrived.';
    return messageFailed({ ...this.ids(), outcome: 'unknown', after: 'person' });
  }

  /** The carrier surely does not have it. */
  queueAgain(notBefore: Date): void {
    this.moveTo('queued');
    this.notBefore = notBefore;
  }

  /** Claimed, and surely never given to the carrier: as if it had not been claimed. */
  giveBack(): void {
    this.moveTo('queued');
    this.handOvers -= 1;
  }

  withdraw(): null {
    this.moveTo('withdrawn');
    return null;
  }

  private moveTo(state: MessageState): void {
    assertStep(this.state, state);
    this.state = state;
    this.claim = null;
    this.leaseUntil = null;
  }

  private ids(): { organisationId: string; messageId: string; intentId: string; bookingId: string | null } {
    return {
      organisationId: this.organisationId,
      messageId: this.id,
      intentId: this.intentId,
      bookingId: this.bookingId,
    };
  }
}
