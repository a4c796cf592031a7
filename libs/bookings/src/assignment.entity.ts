import type { Level } from '@dragoman/languages';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type SlotRole = 'direct' | 'relay-patient-side' | 'relay-clinic-side';

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

  @Column({ type: 'text' })
  role: SlotRole;

  /** Of a relay's leg: between which two languages; a direct slot has the booking's. */
  @Column({ type: 'text', name: 'variety_id', nullable: true })
  varietyId: string | null;

  @Column({ type: 'text', name: 'other_id', nullable: true })
  otherId: string | null;

  /** Minutes after the booking's start; 0 but for whoever takes over from somebody. */
  @Column({ type: 'int', name: 'from_minute', default: 0 })
  fromMinute: number;

  /** Minutes after the booking's start; null: to its end. */
  @Column({ type: 'int', name: 'until_minute', nullable: true })
  untilMinute: number | null;

  /** Since when nobody is looked for any more: whoever else is booked does it without. */
  @Column({ type: 'timestamptz', name: 'given_up_at', nullable: true })
  givenUpAt: Date | null;

  /** Who fills it now, also while others are still looked for. */
  @Column({ type: 'uuid', name: 'interpreter_id', nullable: true })
  interpreterId: string | null;
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

  /** By which variety they serve, as the table judged it when they accepted; null for bookings of before. */
  @Column({ type: 'text', name: 'variety_id', nullable: true })
  varietyId: string | null;

  @Column({ type: 'text', nullable: true })
  level: Exclude<Level, 'never_auto'> | null;

  @Column({ type: 'timestamptz', name: 'assigned_at' })
  assignedAt: Date;

  @Column({ type: 'timestamptz', name: 'released_at', nullable: true })
  releasedAt: Date | null;
}
