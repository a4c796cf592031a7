import { Injectable } from '@nestjs/common';
import { Clock, Conflict, NotFound } from '@dragoman/kernel';
import { Database, Events, type StaffActor } from '@dragoman/platform';
import { Slot } from './assignment.entity';
import { Booking } from './booking.entity';
import { lockBooking } from './booking.locks';
import { BookingRecord } from './booking-record.service';
import { confirmIfFilled } from './filling.service';
import { Offering } from './offering.service';
import { isFree, slotsInUse, slotsOf } from './slot.queries';

/** The places of a team, or of those who take over from one another. */
@Injectable()
export class Places {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly offering: Offering,
    private readonly record: BookingRecord,
  ) {}

  /**
   * Nobody is looked for any more for this place: whoever else is booked does it without. Twice is once.
   * @throws NotFound `booking-not-found`, `place-not-found`; Conflict `place-filled`, `last-place`, `appointment-over`, `booking-state`.
   */
  async giveUp(actor: StaffActor, bookingId: string, slotId: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const booking = await lockBooking(tx, bookingId);
      const slot = (await slotsOf(tx, bookingId)).find(({ id, role }) => id === slotId && role === 'direct');
      if (!slot) throw new NotFound('place-not-found', 'There is no such place in this booking.');
      if (slot.givenUpAt !== null) return;
      booking.assertMayChange(this.clock.now());
      if (!isFree(slot)) throw new Conflict('place-filled', 'Somebody is booked for this place. Nothing was changed.');
      const others = (await slotsInUse(tx, booking)).filter(({ id }) => id !== slotId);
      if (others.length === 0) throw new Conflict('last-place', 'Nobody would be left to interpret. Cancel the booking instead. Nothing was changed.');
      await tx.update(Slot, { id: slotId }, { givenUpAt: this.clock.now() });
      await this.record.write(tx, booking, 'place-given-up', { left: others.length });
      await this.offering.endWithoutSlot(tx, booking, 'withdrawn');
      if (others.some(isFree)) return;
      const confirmed = confirmIfFilled(booking, others);
      await tx.update(Booking, { id: bookingId }, booking.standing());
      await this.record.write(tx, booking, 'confirmed', { without: true });
      if (confirmed) this.events.publish(tx, confirmed);
    });
  }
}
