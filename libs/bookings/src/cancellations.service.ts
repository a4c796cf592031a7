import { Injectable } from '@nestjs/common';
import { Clock, Conflict } from '@dragoman/kernel';
import { actorId, Database, Events, type StaffActor } from '@dragoman/platform';
import { Booking } from './booking.entity';
import { slotReopened } from './booking.events';
import { lockBooking } from './booking.locks';
import { BookingNeighbours } from './booking.neighbours';
import { BookingRecord } from './booking-record.service';
import { Cancellation, cancellationOf, type CancelledBy, standingCancellation } from './cancellation.entity';
import { Filling } from './filling.service';
import { Offer } from './offer.entity';
import { Offering } from './offering.service';
import { slotsInUse } from './slot.queries';

/** A cancellation says whose it was, why, and how long before; it is never changed afterwards. */
@Injectable()
export class Cancellations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly ports: BookingNeighbours,
    private readonly record: BookingRecord,
    private readonly filling: Filling,
    private readonly offering: Offering,
  ) {}

  /** Frees the interpreter at once; whoever was asked or booked is told. @throws Conflict `booking-state`. */
  async cancel(actor: StaffActor, bookingId: string, by: CancelledBy, reason: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const booking = await lockBooking(tx, bookingId);
      const cancelled = booking.cancel();
      const { policy } = await this.ports.organisations.get(tx, booking.organisationId);
      const cancellation = cancellationOf(booking, { by, reason }, { actor, now: this.clock.now(), lateHours: policy.cancelling.lateHours });
      await this.filling.release(tx, booking, await slotsInUse(tx, booking));
      await tx.update(Booking, { id: bookingId }, booking.standing());
      await tx.insert(Cancellation, cancellation);
      await this.offering.end(tx, booking, await tx.findBy(Offer, { bookingId, state: 'open' }), 'withdrawn');
      const { noticeMinutes, isLate } = cancellation;
      await this.record.write(tx, booking, 'cancelled', { by, reason, noticeMinutes, isLate });
      this.events.publish(tx, cancelled);
    });
  }

  /**
   * It was none: the booking asks for a person again, and what was written stays. Voiding twice is voiding once.
   * @throws Conflict `booking-state`, `appointment-over`, `not-cancelled`; Forbidden `not-this-role`.
   */
  async void(actor: StaffActor, bookingId: string, reason: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const booking = await lockBooking(tx, bookingId);
      const now = this.clock.now();
      const standing = await standingCancellation(tx, bookingId);
      if (!standing) {
        if (await tx.existsBy(Cancellation, { bookingId })) return;
        throw new Conflict('not-cancelled', 'This booking is not cancelled. Nothing was changed.');
      }
      booking.revive(now);
      await tx.update(Cancellation, { id: standing.id }, { voidedAt: now, voidedBy: actorId(actor), voidReason: reason });
      await tx.update(Booking, { id: bookingId }, booking.standing());
      await this.record.write(tx, booking, 'cancellation-voided', { reason });
      const { organisationId, version } = booking;
      this.events.publish(tx, slotReopened({ organisationId, bookingId, version, offerIds: [], interpreterIds: [], why: 'cancellation-voided' }));
    });
  }
}
