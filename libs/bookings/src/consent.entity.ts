import { Conflict } from '@dragoman/kernel';
import type { Topic } from '@dragoman/languages';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NotExact, OwnWay } from './consent.policy';

/** How a consent ended: the patient took it back, or the coordinator did not agree to a last resort. */
export type ConsentEnd = 'withdrawn' | 'not-agreed';

/** A patient's own yes to a variety that is not theirs, for one booking as it was then: the pair, and what it is about. */
@Entity({ schema: 'bookings', name: 'language_consents' })
export class LanguageConsent {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'text', name: 'variety_id' })
  varietyId: string;

  @Column({ type: 'text', name: 'interpreter_variety' })
  interpreterVariety: string;

  @Column({ type: 'text' })
  level: NotExact;

  @Column({ type: 'text', nullable: true })
  topic: Topic | null;

  @Column({ type: 'text' })
  how: OwnWay;

  /** Which other dates with an exact interpreter were shown before; null where an earlier consent stands. */
  @Column({ type: 'uuid', name: 'alternatives_id', nullable: true })
  alternativesId: string | null;

  @Column({ type: 'uuid', name: 'taken_by' })
  takenBy: string;

  @Column({ type: 'timestamptz', name: 'taken_at' })
  takenAt: Date;

  @Column({ type: 'uuid', name: 'agreed_by', nullable: true })
  agreedBy: string | null;

  @Column({ type: 'timestamptz', name: 'agreed_at', nullable: true })
  agreedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  ended: ConsentEnd | null;

  @Column({ type: 'uuid', name: 'ended_by', nullable: true })
  endedBy: string | null;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** The coordinator's yes. @returns whether anything changed. @throws Conflict `consent-ended`, `agreement-not-needed`. */
  agree(by: string, now: Date): boolean {
    if (this.ended !== null) throw new Conflict('consent-ended', 'This is no longer on the table: ask the patient again.');
    if (this.level !== 'last_resort') throw new Conflict('agreement-not-needed', 'The patient’s own consent is enough for this pair.');
    if (this.agreedBy !== null) return false;
    this.agreedBy = by;
    this.agreedAt = now;
    return true;
  }

  /** @returns whether anything changed. */
  end(how: ConsentEnd, by: string, now: Date): boolean {
    if (this.ended !== null) return false;
    this.ended = how;
    this.endedBy = by;
    this.endedAt = now;
    return true;
  }
}

/** Whether it counts for the booking as it is now: both have agreed, nobody took it back, and nothing about it changed. */
export const counts = (
  consent: Pick<LanguageConsent, 'ended' | 'varietyId' | 'topic' | 'level' | 'agreedBy'>,
  booking: { varietyId: string; topic: Topic | null },
): boolean =>
  consent.ended === null &&
  consent.varietyId === booking.varietyId &&
  consent.topic === booking.topic &&
  (consent.level === 'close_consent' || consent.agreedBy !== null);
