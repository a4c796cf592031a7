import { Conflict } from '@dragoman/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AlertKind } from './alert.policy';

/** Why an alert ended by itself. */
export const settledReasons = ['filled', 'cancelled', 'changed', 'overtaken', 'over', 'resolved'] as const;
export type SettledReason = (typeof settledReasons)[number];

/** An account that signed in, or the contact to whom the link was written. */
export type AcknowledgedBy = { accountId: string } | { contactName: string };

/** Something about a booking that somebody of the organisation has to know of now. */
@Entity({ schema: 'alerts', name: 'alerts' })
export class Alert {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  /** As it was when this was raised: what happened to the booking since may have settled it. */
  @Column({ type: 'int', name: 'booking_version' })
  bookingVersion: number;

  @Column({ type: 'text' })
  kind: AlertKind;

  /** The same cause again is the same alert. */
  @Column({ type: 'text' })
  cause: string;

  /** A sentence more, without a word about the patient: it leaves in mails and texts. */
  @Column({ type: 'text', nullable: true })
  detail: string | null;

  @Column({ type: 'text' })
  state: 'open' | 'acknowledged' | 'settled';

  @Column({ type: 'timestamptz', name: 'raised_at' })
  raisedAt: Date;

  /** When somebody must have acted. */
  @Column({ type: 'timestamptz', name: 'due_at' })
  dueAt: Date;

  /** How often the contacts were written to. */
  @Column({ type: 'int' })
  notices: number;

  /** Null: nobody is written to any more. */
  @Column({ type: 'timestamptz', name: 'next_notice_at', nullable: true })
  nextNoticeAt: Date | null;

  @Column({ type: 'timestamptz', name: 'acknowledged_at', nullable: true })
  acknowledgedAt: Date | null;

  @Column({ type: 'uuid', name: 'acknowledged_by', nullable: true })
  acknowledgedBy: string | null;

  /** By the link in a message, or the code in a text: whom it was written to. */
  @Column({ type: 'text', name: 'acknowledged_contact', nullable: true })
  acknowledgedContact: string | null;

  @Column({ type: 'timestamptz', name: 'settled_at', nullable: true })
  settledAt: Date | null;

  @Column({ type: 'text', name: 'settled_because', nullable: true })
  settledBecause: SettledReason | null;

  /**
   * The first who says so is the one; a second time changes nothing.
   * @returns whether this was the first. @throws Conflict `alert-settled` once there is nothing left to see to.
   */
  acknowledge(by: AcknowledgedBy, now: Date): boolean {
    if (this.state === 'settled') throw new Conflict('alert-settled', 'This has been settled meanwhile. There is nothing left to do.');
    if (this.state === 'acknowledged') return false;
    this.state = 'acknowledged';
    this.nextNoticeAt = null;
    this.acknowledgedAt = now;
    this.acknowledgedBy = 'accountId' in by ? by.accountId : null;
    this.acknowledgedContact = 'contactName' in by ? by.contactName : null;
    return true;
  }

  settle(because: SettledReason, now: Date): void {
    this.state = 'settled';
    this.nextNoticeAt = null;
    this.settledAt = now;
    this.settledBecause = because;
  }

  /** @param again when the contacts are written to once more; null: not any more, it stays in the console. */
  told(again: Date | null): void {
    this.notices += 1;
    this.nextNoticeAt = again;
  }
}
