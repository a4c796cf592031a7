import { Conflict } from '@dragoman/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const reviewOutcomes = ['keep', 'restore'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** A code and no words: nothing is written about the person. */
export const reviewReasons = ['not-understood', 'other-dialect', 'sound-or-place', 'recorded-by-mistake', 'patient-asked'] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/**
 * After a session in which they did not understand each other: a variety that is not exact, or one interpreter of the exact
 * one, does not serve this patient. The review is open until it has an outcome, and the pair is lowered meanwhile.
 */
@Entity({ schema: 'bookings', name: 'lowered_pairs' })
export class LoweredPair {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'uuid', name: 'patient_id' })
  patientId: string;

  /** What the patient speaks. */
  @Column({ type: 'text', name: 'variety_id' })
  varietyId: string;

  @Column({ type: 'text', name: 'interpreter_variety', nullable: true })
  interpreterVariety: string | null;

  @Column({ type: 'uuid', name: 'interpreter_id', nullable: true })
  interpreterId: string | null;

  /** The session after which it was lowered. */
  @Column({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @Column({ type: 'timestamptz', name: 'lowered_at' })
  loweredAt: Date;

  /** Nobody, where the answer itself was corrected. */
  @Column({ type: 'uuid', name: 'reviewed_by', nullable: true })
  reviewedBy: string | null;

  @Column({ type: 'timestamptz', name: 'reviewed_at', nullable: true })
  reviewedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  outcome: ReviewOutcome | null;

  @Column({ type: 'text', nullable: true })
  reason: ReviewReason | null;

  /** @returns whether anything changed. @throws Conflict `review-closed` if it was closed another way. */
  close(outcome: ReviewOutcome, reason: ReviewReason, by: string | null, now: Date): boolean {
    if (this.outcome !== null) {
      if (this.outcome === outcome) return false;
      throw new Conflict('review-closed', 'Somebody closed this review a moment ago, with the other outcome. Nothing was changed.');
    }
    this.outcome = outcome;
    this.reason = reason;
    this.reviewedBy = by;
    this.reviewedAt = now;
    return true;
  }
}
