import { minutesBetween, newId, plusMinutes } from '@dragoman/kernel';
import { actorId, type ReadTx, type StaffActor } from '@dragoman/platform';
import { Column, Entity, IsNull, PrimaryColumn } from 'typeorm';
import type { Booking } from './booking.entity';

export type CancelledBy = 'clinic' | 'patient';

/** Written once and never changed (`a_cancellation_is_not_relabelled`); what voids it stays beside it. */
@Entity({ schema: 'bookings', name: 'cancellations' })
export class Cancellation {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  /** Whose wish it was. */
  @Column({ type: 'text' })
  by: CancelledBy;

  /** Somebody's own words, for colleagues. */
  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text', name: 'recorded_by' })
  recordedBy: string;

  /** Minutes from then to the start; below 0 once it had begun. */
  @Column({ type: 'int', name: 'notice_minutes' })
  noticeMinutes: number;

  /** Nearer to the start than the organisation's policy said then. */
  @Column({ type: 'boolean', name: 'is_late' })
  isLate: boolean;

  @Column({ type: 'timestamptz', name: 'voided_at', nullable: true })
  voidedAt: Date | null;

  @Column({ type: 'text', name: 'voided_by', nullable: true })
  voidedBy: string | null;

  @Column({ type: 'text', name: 'void_reason', nullable: true })
  voidReason: string | null;
}

export const cancellationOf = (
  booking: Pick<Booking, 'id' | 'organisationId' | 'startsAt'>,
  { by, reason }: { by: CancelledBy; reason: string },
  { actor, now, lateHours }: { actor: StaffActor; now: Date; lateHours: number },
): Cancellation =>
  Object.assign(new Cancellation(), {
    id: newId(),
    bookingId: booking.id,
    organisationId: booking.organisationId,
    by,
    reason,
    at: now,
    recordedBy: actorId(actor),
    noticeMinutes: minutesBetween(now, booking.startsAt),
    isLate: plusMinutes(now, lateHours * 60) > booking.startsAt,
    voidedAt: null,
    voidedBy: null,
    voidReason: null,
  });

/** The one that counts; null where none was made, or it was voided. */
export const standingCancellation = (tx: ReadTx, bookingId: string): Promise<Cancellation | null> =>
  tx.findOneBy(Cancellation, { bookingId, voidedAt: IsNull() });
