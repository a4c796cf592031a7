import { Injectable } from '@nestjs/common';
import { Events, type Tx } from '@dragoman/platform';
import { In } from 'typeorm';
import { Booking } from './booking.entity';
import { BookingRecord } from './booking-record.service';
import { Filling } from './filling.service';
import { Offer } from './offer.entity';
import { Offering } from './offering.service';
import { slotsInUse } from './slot.queries';

/** An appointment for which nobody came. */
@Injectable()
export class NotMet {
  constructor(
    private readonly filling: Filling,
    private readonly offering: Offering,
    private readonly record: BookingRecord,
    private readonly events: Events,
  ) {}

  /** Frees whoever is booked, ends all asking, and the booking with it. The caller holds it. @throws Conflict `booking-state`; Forbidden `not-this-role`. */
  async endIn(tx: Tx, booking: Booking): Promise<void> {
    const { id: bookingId, interpreterId } = booking;
    const offerIds = await this.filling.release(tx, booking, await slotsInUse(tx, booking));
    const ended = booking.endWithoutInterpreter(offerIds);
    if (offerIds.length > 0) await tx.update(Offer, { id: In(offerIds) }, { state: 'released', releasedWhy: 'absent' });
    const { state, version, revision } = booking;
    await tx.update(Booking, { id: bookingId }, { state, version, revision });
    await this.offering.end(tx, booking, await tx.findBy(Offer, { bookingId, state: 'open' }), 'withdrawn');
    await this.record.write(tx, booking, 'not-met', { interpreterId, offerIds });
    this.events.publish(tx, ended);
  }
}
