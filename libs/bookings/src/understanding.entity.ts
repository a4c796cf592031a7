import { Conflict, minutesBetween } from '@dragoman/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const understandingAskedWays = ['another-interpreter', 'text-or-recording', 'without-interpreter', 'same-interpreter'] as const;
export type UnderstandingAskedWay = (typeof understandingAskedWays)[number];

const MINUTES_TO_CORRECT = 24 * 60;

/** After a session, one side's word on whether they understood each other. */
@Entity({ schema: 'bookings', name: 'understandings' })
export class Understanding {
  @PrimaryColumn({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @PrimaryColumn({ type: 'text' })
  side: 'patient' | 'interpreter' | 'clinician';

  @PrimaryColumn({ type: 'uuid', name: 'interpreter_id' })
  interpreterId: string;

  @Column({ type: 'boolean' })
  understood: boolean;

  /** Of a patient: how they were asked, and by whom. */
  @Column({ type: 'text', name: 'asked_how', nullable: true })
  askedHow: UnderstandingAskedWay | null;

  @Column({ type: 'uuid', name: 'asked_by', nullable: true })
  askedBy: string | null;

  @Column({ type: 'timestamptz', name: 'first_said_at' })
  firstSaidAt: Date;

  @Column({ type: 'timestamptz', name: 'said_at' })
  saidAt: Date;

  /** @returns whether anything changed. @throws Conflict `understanding-settled` a day after it was first said. */
  correct(said: Pick<Understanding, 'understood' | 'askedHow' | 'askedBy'>, now: Date): boolean {
    if (this.understood === said.understood && this.askedHow === said.askedHow) return false;
    if (minutesBetween(this.firstSaidAt, now) >= MINUTES_TO_CORRECT)
      throw new Conflict('understanding-settled', 'This was said more than a day ago and stays as it is. A coordinator can close the review.');
    this.understood = said.understood;
    this.askedHow = said.askedHow;
    this.askedBy = said.askedBy;
    this.saidAt = now;
    return true;
  }
}
