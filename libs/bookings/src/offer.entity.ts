import { Conflict } from '@dragoman/kernel';
import type { DomainEvent } from '@dragoman/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { offerDeclined, type ReopenedBecause } from './booking.events';

/** `released`: was accepted, and does not count any more; `ReleasedBecause` says why. */
export type OfferState = 'open' | 'accepted' | 'declined' | 'expired' | 'closed' | 'withdrawn' | 'released';

/** `leg-lost`: nobody took the other side of a relay. Null is one of before, when that was the only reason. */
export type ReleasedBecause = 'leg-lost' | Exclude<ReopenedBecause, 'cancellation-voided'>;

/** How staff heard the yes that they write down for somebody; `by-agency`: an agency gave its word. */
export type Agreement = 'by-phone' | 'in-person' | 'in-house' | 'by-agency';

const sentences: Record<Exclude<OfferState, 'open'>, [code: string, sentence: string]> = {
  accepted: ['offer-accepted', 'You have already accepted this job.'],
  declined: ['offer-declined', 'You have already declined this job.'],
  expired: ['offer-expired', 'The time to answer is over. Nothing was booked.'],
  closed: ['already-filled', 'Somebody else accepted first. Thank you for answering.'],
  withdrawn: ['offer-withdrawn', 'The clinic has taken this offer back.'],
  released: ['offer-released', 'This job is no longer yours. You are free at that time.'],
};

@Entity({ schema: 'bookings', name: 'offers' })
export class Offer {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'uuid', name: 'interpreter_id' })
  interpreterId: string;

  @Column({ type: 'uuid', name: 'slot_id' })
  slotId: string;

  /** Four digits by which its interpreter answers it in a text; null where staff wrote their yes down. Only the database can tell that it is free. */
  @Column({ type: 'text', name: 'reply_code', nullable: true, insert: false, update: false })
  replyCode: string | null;

  @Column({ type: 'text' })
  state: OfferState;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column({ type: 'text', name: 'released_why', nullable: true })
  releasedWhy: ReleasedBecause | null;

  /** Null: they answered themselves. */
  @Column({ type: 'text', nullable: true })
  agreed: Agreement | null;

  /** When they answered that nothing stands against it; what they thought of is nowhere. */
  @Column({ type: 'timestamptz', name: 'no_conflict_at', nullable: true })
  noConflictAt: Date | null;

  /** @throws Conflict with a sentence for the interpreter. */
  accept(now: Date): void {
    this.assertOpen(now);
    this.state = 'accepted';
    this.answeredAt = now;
  }

  /** Staff heard the yes and write it down. @throws Conflict as `accept`, but for staff to read. */
  agree(agreed: Agreement, now: Date): void {
    this.accept(now);
    this.agreed = agreed;
  }

  /**
   * Only that they answered is kept. Whoever thinks of a reason declines, and is not asked which.
   * @throws Conflict `conflict-unanswered`.
   */
  answerConflict(answer: 'none' | 'not-asked', now: Date): void {
    if (answer !== 'none')
      throw new Conflict('conflict-unanswered', 'First answer whether anything stands against interpreting for this patient. Nothing was booked.');
    this.noConflictAt = now;
  }

  /** No reason is asked for. */
  decline(now: Date): DomainEvent {
    this.assertOpen(now);
    this.state = 'declined';
    this.answeredAt = now;
    return offerDeclined({ organisationId: this.organisationId, bookingId: this.bookingId, offerId: this.id });
  }

  isGivenBack(): boolean {
    return this.state === 'released' && this.releasedWhy === 'given-back';
  }

  /** @throws Conflict `offer-not-yours-any-more`. */
  assertHeld(): void {
    if (this.state !== 'accepted')
      throw new Conflict('offer-not-yours-any-more', 'You are not booked for this job any more. There was nothing to give back.');
  }

  isWithdrawn(): boolean {
    return this.state === 'withdrawn';
  }

  /** Also when its time is over and nobody wrote that down yet: there it does no harm. @throws Conflict for staff to read. */
  assertMayBeWithdrawn(): void {
    if (this.state === 'accepted')
      throw new Conflict('offer-accepted', 'The interpreter accepted before. The offer cannot be withdrawn any more.');
    if (this.state !== 'open') throw new Conflict('offer-not-open', 'This offer was over before. There was nothing to withdraw.');
  }

  private assertOpen(now: Date): void {
    if (this.state !== 'open') throw new Conflict(...sentences[this.state]);
    // The sweep that writes `expired` may be a second late; the clock is not.
    if (this.expiresAt <= now) throw new Conflict(...sentences.expired);
  }
}
