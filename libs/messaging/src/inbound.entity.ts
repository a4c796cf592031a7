import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReplyMeaning } from '@dragoman/words';
import type { MessageChannel } from './message.entity';

/** Why a message to them failed, for staff. */
export const STOPPED = 'They wrote STOP: nothing may be sent there.';

/** What somebody wrote back, as they wrote it. */
@Entity({ schema: 'messaging', name: 'inbound' })
export class Inbound {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'text' })
  channel: MessageChannel;

  /** Whom it came from. */
  @Column({ type: 'text' })
  address: string;

  @Column({ type: 'text' })
  body: string;

  /** Of the last message sent to this address, where the letters agree; `und` where it is not known. */
  @Column({ type: 'text' })
  lang: string;

  @Column({ type: 'text' })
  dir: 'ltr' | 'rtl';

  @Column({ type: 'text', name: 'provider_id', nullable: true })
  providerId: string | null;

  @Column({ type: 'timestamptz', name: 'received_at' })
  receivedAt: Date;

  /** `null` goes to a person. */
  @Column({ type: 'text', nullable: true })
  meaning: ReplyMeaning | null;

  /** The appointment it is about, once that is beyond doubt. */
  @Column({ type: 'uuid', name: 'booking_id', nullable: true })
  bookingId: string | null;

  /** It may have been meant for another organisation, so its words are not kept here. */
  @Column({ type: 'boolean' })
  withheld: boolean;
}

/**
 * The carrier said that nothing will ever arrive there: the number is dead, a landline, or on the carrier's own list.
 * It ends with the address: another one, or a number that was corrected, is written to.
 */
@Entity({ schema: 'messaging', name: 'suppressions' })
export class Suppression {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @PrimaryColumn({ type: 'text' })
  channel: MessageChannel;

  @PrimaryColumn({ type: 'text' })
  address: string;

  /** Why, as a sentence for staff. */
  @Column({ type: 'text' })
  reason: string;

  /** It can be rung, though not written to. */
  @Column({ type: 'boolean', name: 'takes_calls' })
  takesCalls: boolean;

  @Column({ type: 'timestamptz' })
  at: Date;
}

/** Somebody wrote STOP: nothing goes to this address any more. */
@Entity({ schema: 'messaging', name: 'opt_outs' })
export class OptOut {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @PrimaryColumn({ type: 'text' })
  channel: MessageChannel;

  @PrimaryColumn({ type: 'text' })
  address: string;

  @Column({ type: 'uuid', name: 'inbound_id' })
  inboundId: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
