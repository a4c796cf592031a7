import type { LetterPart, ReviewState } from '@dragoman/words';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LetterContent } from './letter-content';
import { assertStep, type LetterState, type LetterStep } from './letter.state';

/** Why a letter that was not posted must not be any more. */
export const withdrawals = ['appointment-changed', 'address-changed', 'wrong-language', 'appointment-over'] as const;
export type Withdrawal = (typeof withdrawals)[number];

/** A letter that somebody at the desk prints and posts. */
@Entity({ schema: 'letters', name: 'letters' })
export class Letter {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @Column({ type: 'int', name: 'booking_version' })
  bookingVersion: number;

  @Column({ type: 'uuid', name: 'patient_id' })
  patientId: string;

  /** What it says for; null where a person asked for it. */
  @Column({ type: 'uuid', name: 'intent_id', nullable: true })
  intentId: string | null;

  /** Of the intent: `confirmed`. */
  @Column({ type: 'text' })
  kind: string;

  /** In English: `Arabic`. */
  @Column({ type: 'text', name: 'language_name' })
  languageName: string;

  @Column({ type: 'boolean' })
  neutral: boolean;

  @Column({ type: 'text', name: 'review_state' })
  reviewState: ReviewState;

  /** As it is set, whatever is rewritten later. */
  @Column({ type: 'jsonb' })
  content: LetterContent;

  /** The same in English, for staff. */
  @Column({ type: 'jsonb' })
  english: LetterPart;

  @Column({ type: 'text' })
  state: LetterState;

  @Column({ type: 'timestamptz', name: 'print_by' })
  printBy: Date;

  @Column({ type: 'timestamptz', name: 'queued_at' })
  queuedAt: Date;

  /** Null: the program, because the patient wishes to be told by letter. */
  @Column({ type: 'uuid', name: 'queued_by', nullable: true })
  queuedBy: string | null;

  @Column({ type: 'timestamptz', name: 'printed_at', nullable: true })
  printedAt: Date | null;

  @Column({ type: 'uuid', name: 'printed_by', nullable: true })
  printedBy: string | null;

  @Column({ type: 'timestamptz', name: 'posted_at', nullable: true })
  postedAt: Date | null;

  @Column({ type: 'uuid', name: 'posted_by', nullable: true })
  postedBy: string | null;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @Column({ type: 'text', name: 'withdrawn_because', nullable: true })
  withdrawnBecause: Withdrawal | null;

  /** Somebody saw that it must not be posted, and took it out. */
  @Column({ type: 'timestamptz', name: 'put_aside_at', nullable: true })
  putAsideAt: Date | null;

  @Column({ type: 'uuid', name: 'put_aside_by', nullable: true })
  putAsideBy: string | null;

  /** Whoever brought it to where it is now. */
  get lastBy(): string | null {
    return this.state === 'posted' ? this.postedBy : this.printedBy;
  }

  /** @throws Conflict `letter-state`. */
  step(to: LetterStep, by: string, now: Date): void {
    assertStep(this.state, to);
    if (to === 'posted') Object.assign(this, { postedAt: now, postedBy: by });
    else if (this.state === 'posted') Object.assign(this, { postedAt: null, postedBy: null });
    else Object.assign(this, to === 'printed' ? { printedAt: now, printedBy: by } : { printedAt: null, printedBy: null });
    this.state = to;
  }

  /** @throws Conflict `letter-state`. */
  withdraw(because: Withdrawal, now: Date): void {
    assertStep(this.state, 'withdrawn');
    Object.assign(this, { state: 'withdrawn', withdrawnAt: now, withdrawnBecause: because });
  }

  putAside(by: string, now: Date): void {
    Object.assign(this, { putAsideAt: now, putAsideBy: by });
  }
}
