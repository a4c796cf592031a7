import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A place in a booking that one interpreter fills. */
@Entity({ schema: 'bookings', name: 'slots' })
export class Slot {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'int' })
  position: number;
}

/** Who fills a slot; `a_slot_is_filled_once` holds for those not released. */
@Entity({ schema: 'bookings', name: 'assignments' })
export class Assignment {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'slot_id' })
  slotId: string;

  @Column({ type: 'uuid', name: 'booking_id' })
  bookingId: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'uuid', name: 'interpreter_id' })
  interpreterId: string;

  @Column({ type: 'uuid', name: 'offer_id', nullable: true })
  offerId: string | null;

  @Column({ type: 'timestamptz', name: 'assigned_at' })
  assignedAt: Date;

  @Column({ type: 'timestamptz', name: 'released_at', nullable: true })
  releasedAt: Date | null;
}
