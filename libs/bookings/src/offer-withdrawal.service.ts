import { Injectable } from '@nestjs/common';
import { NotFound } from '@dragoman/kernel';
import { Database, type StaffActor } from '@dragoman/platform';
import { lockBooking } from './booking.locks';
import { BookingRecord } from './booking-record.service';
import { Offer } from './offer.entity';
import { Offering } from './offering.service';

/** Staff take an offer back before it is answered. */
@Injectable()
export class OfferWithdrawal {
  constructor(
    private readonly database: Database,
    private readonly offering: Offering,
    private readonly record: BookingRecord,
  ) {}

  /**
   * The interpreter is told; where nobody is asked any more, the booking asks for a person again. Twice is once.
   * @throws NotFound `booking-not-found`, `offer-not-found`; Conflict `offer-accepted`, `offer-not-open`.
   */
  async withdraw(actor: StaffActor, bookingId: string, offerId: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const booking = await lockBooking(tx, bookingId);
      const offer = await tx.findOneBy(Offer, { id: offerId, bookingId });
      if (!offer) throw new NotFound('offer-not-found', 'There is no such offer for this booking.');
      if (offer.isWithdrawn()) return;
      offer.assertMayBeWithdrawn();
      await this.offering.end(tx, booking, [offer], 'withdrawn');
      await this.record.write(tx, booking, 'withdrawn', { interpreterId: offer.interpreterId, offerId });
    });
  }
}
