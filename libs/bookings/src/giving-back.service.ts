import { Injectable } from '@nestjs/common';
import { Clock, Invalid, NotFound, plusMinutes } from '@dragoman/kernel';
import { Database, type InterpreterActor } from '@dragoman/platform';
import { lockBooking } from './booking.locks';
import { BookingNeighbours } from './booking.neighbours';
import { BookingRecord } from './booking-record.service';
import { Offer } from './offer.entity';
import { Rematching } from './rematching.service';
import { slotsInUse } from './slot.queries';

/** An interpreter gives a job back that they had accepted. */
@Injectable()
export class GivingBack {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ports: BookingNeighbours,
    private readonly rematching: Rematching,
    private readonly record: BookingRecord,
  ) {}

  /**
   * They are free at once, and the search for somebody else begins at once. Giving back twice is giving back once.
   * @param reason for the coordinator; needed once it is nearer than the organisation's policy says, else none is asked for.
   * @throws NotFound `offer-not-found`; Conflict `offer-not-yours-any-more`, `appointment-over`, `booking-state`; Invalid `reason-needed`.
   */
  async giveBack(actor: InterpreterActor, offerId: string, reason: string | null): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const found = await tx.findOneBy(Offer, { id: offerId, interpreterId: actor.interpreterId });
      if (!found) throw new NotFound('offer-not-found', 'This offer is not yours or no longer exists.');
      const booking = await lockBooking(tx, found.bookingId);
      // Read again: whoever held the booking before us may have freed them already.
      const offer = await tx.findOneByOrFail(Offer, { id: offerId });
      if (offer.isGivenBack()) return;
      offer.assertHeld();
      const now = this.clock.now();
      booking.assertMayChange(now);
      const { policy } = await this.ports.organisations.get(tx, booking.organisationId);
      const isLate = plusMinutes(now, policy.givingBack.freelyUntilHours * 60) > booking.startsAt;
      if (isLate && !reason)
        throw new Invalid('reason-needed', 'It is close to the appointment: write a word to the coordinator, so that they can help.', { path: 'reason' });
      const held = (await slotsInUse(tx, booking)).filter(({ id, interpreterId }) => id === offer.slotId && interpreterId === actor.interpreterId);
      await this.record.write(tx, booking, 'given-back', { interpreterId: actor.interpreterId, offerId, isLate, ...(isLate && { reason }) });
      await this.rematching.reopen(tx, booking, held, 'given-back');
    });
  }
}
