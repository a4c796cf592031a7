import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Rung } from './ladder.policy';

/** What a booking's ladder has beside the organisation's rules; there is none until something happens to it. */
@Entity({ schema: 'ladders', name: 'ladders' })
export class Ladder {
  @PrimaryColumn({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  /** Counted anew when whoever was booked no longer is, or it is moved: then each rung may be tried once more. */
  @Column({ type: 'int' })
  round: number;

  /** Up to which version of the booking this has been heard of. */
  @Column({ type: 'int', name: 'booking_version' })
  bookingVersion: number;

  @Column({ type: 'timestamptz', name: 'asks_since' })
  asksSince: Date;

  @Column({ type: 'timestamptz', name: 'stopped_at', nullable: true })
  stoppedAt: Date | null;

  @Column({ type: 'uuid', name: 'stopped_by', nullable: true })
  stoppedBy: string | null;

  /** A second time changes nothing. @returns whether it was running. */
  stop(by: string, now: Date): boolean {
    if (this.stoppedAt !== null) return false;
    Object.assign(this, { stoppedAt: now, stoppedBy: by });
    return true;
  }

  /** @returns whether it was stopped. */
  resume(): boolean {
    if (this.stoppedAt === null) return false;
    Object.assign(this, { stoppedAt: null, stoppedBy: null });
    return true;
  }
}

/** `nobody`: there was nobody to ask that way. */
export type RungOutcome = 'taken' | 'nobody';

/** One rung that was tried. */
@Entity({ schema: 'ladders', name: 'rungs' })
export class TriedRung {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'int' })
  round: number;

  @Column({ type: 'text' })
  rung: Rung;

  @Column({ type: 'text' })
  outcome: RungOutcome;

  @Column({ type: 'timestamptz', name: 'taken_at' })
  takenAt: Date;

  /** When people were asked that way, where no search does it. */
  @Column({ type: 'timestamptz', name: 'asked_at', nullable: true })
  askedAt: Date | null;
}
