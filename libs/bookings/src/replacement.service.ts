import { Injectable } from '@nestjs/common';
import { Clock, Conflict } from '@dragoman/kernel';
import { Database, Events, lockInterpreters, type StaffActor, type Tx } from '@dragoman/platform';
import { In } from 'typeorm';
import type { Slot } from './assignment.entity';
import type { Booking } from './booking.entity';
import { interpreterReplaced, type ReopenedBecause } from './booking.events';
import { lockBooking } from './booking.locks';
import { BookingRecord } from './booking-record.service';
import { DirectBooking, type HeardYes } from './direct-booking.service';
import { Filling } from './filling.service';
import { Offer } from './offer.entity';
import { type Freed, Rematching } from './rematching.service';
import { slotsInUse } from './slot.queries';

/** Somebody else instead of whoever is booked. */
@Injectable()
export class Replacement {
  constructor(
    private readonly database: Database,
    private readonly filling: Filling,
    private readonly direct: DirectBooking,
    private readonly rematching: Rematching,
    private readonly record: BookingRecord,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * In one step: one is free, the other is booked, or nothing happens. The booking is confirmed all the time. Twice is once.
   * @throws Conflict `not-booked`, `conflict-unanswered`, `interpreter-not-possible`, `appointment-over`, `booking-state`.
   */
  async swap(actor: StaffActor, bookingId: string, outgoingId: string, heard: HeardYes): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const booking = await lockBooking(tx, bookingId);
      const slots = await slotsInUse(tx, booking);
      if (slots.some(({ interpreterId }) => interpreterId === heard.interpreterId) && !slots.some(({ interpreterId }) => interpreterId === outgoingId)) return;
      const slot = filledBy(slots, outgoingId);
      booking.assertMayChange(this.clock.now());
      // Both at once and in order: one after the other could meet another swap that goes the other way round.
      await lockInterpreters(tx, [outgoingId, heard.interpreterId]);
      const offerIds = await this.filling.release(tx, booking, [slot]);
      if (offerIds.length > 0) await tx.update(Offer, { id: In(offerIds) }, { state: 'released', releasedWhy: 'replaced' });
      await this.record.write(tx, booking, 'replaced', { interpreterId: outgoingId, by: heard.interpreterId, offerIds });
      await this.direct.fillIn(tx, booking, { ...slot, interpreterId: null }, heard);
      const { organisationId, version } = booking;
      this.events.publish(tx, interpreterReplaced({ organisationId, bookingId, version, offerIds }));
    });
  }

  /**
   * Frees whoever is booked; the search for somebody else begins at once. For whoever holds the booking.
   * @throws Conflict `not-booked`.
   */
  async freeIn(tx: Tx, booking: Booking, interpreterId: string, why: Exclude<ReopenedBecause, 'cancellation-voided'>): Promise<Freed> {
    const slot = filledBy(await slotsInUse(tx, booking), interpreterId);
    await this.record.write(tx, booking, 'replaced', { interpreterId, why });
    return this.rematching.reopen(tx, booking, [slot], why);
  }

  /** As `freeIn`. @throws as it, and NotFound `booking-not-found`. */
  async free(actor: StaffActor, bookingId: string, interpreterId: string, why: Exclude<ReopenedBecause, 'cancellation-voided'>): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      await this.freeIn(tx, await lockBooking(tx, bookingId), interpreterId, why);
    });
  }
}

const filledBy = (slots: readonly Slot[], interpreterId: string): Slot => {
  const slot = slots.find((one) => one.interpreterId === interpreterId);
  if (slot) return slot;
  throw new Conflict('not-booked', 'This interpreter is not booked here any more. Nothing was changed.');
};
