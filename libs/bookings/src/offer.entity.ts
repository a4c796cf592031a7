import { Conflict } from '@dragoman/kernel';
import type { DomainEvent } from '@dragoman/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { offerDeclined } from './booking.events';

export type OfferState = 'open' | 'accepted' | 'declined' | 'expired' | 'closed' | 'withdrawn';

const sentences: Record<Exclude<OfferState, 'open'>, [code: string, sentence: string]> = {
  accepted: ['offer-accepted', 'You have already accepted this job.'],
  declined: ['offer-declined', 'You have already declined this job.'],
  expired: ['offer-expired', 'The time to answer is over. Nothing was booked.'],
  closed: ['already-filled', 'Somebody else accepted first. Thank you for answering.'],
  withdrawn: ['offer-withdrawn', 'The clinic no longer needs an interpreter for this.'],
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

  @Column({ type: 'text' })
  state: OfferState;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  /** @throws Conflict with a sentence for the interpreter. */
  accept(now: Date): void {
    this.assertOpen(now);
    this.state = 'accepted';
    this.answeredAt = now;
  }

  /** No reason is asked for. */
  decline(now: Date): DomainEvent {
    this.assertOpen(now);
    this.state = 'declined';
    this.answeredAt = now;
    return offerDeclined({ organisationId: this.organisationId, bookingId: this.bookingId, offerId: this.id });
  }

  private assertOpen(now: Date): void {
    if (this.state !== 'open') throw new Conflict(...sentences[this.state]);
    // The sweep that writes `expired` may be a second late; the clock is not.
    if (this.expiresAt <= now) throw new Conflict(...sentences.expired);
  }
}
