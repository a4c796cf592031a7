import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A no that a review looks at; an answer is looked at once, however often its job runs. */
@Entity({ schema: 'bookings', name: 'review_grounds' })
export class ReviewGround {
  @PrimaryColumn({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @PrimaryColumn({ type: 'text' })
  side: 'patient' | 'interpreter' | 'clinician';

  @PrimaryColumn({ type: 'uuid', name: 'interpreter_id' })
  interpreterId: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'uuid', name: 'review_id' })
  reviewId: string;
}
