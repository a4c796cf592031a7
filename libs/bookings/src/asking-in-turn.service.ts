import { Injectable } from '@nestjs/common';
import type { Tx } from '@dragoman/platform';
import type { Booking } from './booking.entity';
import { lockBooking } from './booking.locks';
import { Offer, type OfferState } from './offer.entity';
import { Offering } from './offering.service';
import { slotsInUse } from './slot.queries';

interface Turn {
  /** Best first. */
  among: readonly string[];
  until: Date;
  /** Whose turn is over; null at the first. */
  after: string | null;
}

/** Who is asked now, by which offer, and who is left. */
export interface AskedInTurn {
  interpreterId: string;
  offerId: string;
  left: string[];
}

/** One after the other: there is never more than one open offer of a turn. */
@Injectable()
export class AskingInTurn {
  constructor(private readonly offering: Offering) {}

  /** The booking, held until the transaction ends. @throws NotFound `booking-not-found`. */
  hold(tx: Tx, bookingId: string): Promise<Booking> {
    return lockBooking(tx, bookingId);
  }

  async stateOf(tx: Tx, offerId: string): Promise<OfferState> {
    return (await tx.findOneByOrFail(Offer, { id: offerId })).state;
  }

  /**
   * Asks the first of them against whom no hard rule stands now, and ends the turn before. @param booking held.
   * @returns null where nobody is left.
   */
  async next(tx: Tx, booking: Booking, { among, until, after }: Turn): Promise<AskedInTurn | null> {
    const asked = await this.ask(tx, booking, among, until);
    // Only now: between two turns nobody would be asked, and the booking would be said to have run out of people.
    await this.end(tx, booking, after);
    return asked;
  }

  /** Nobody is asked any more. @param booking held. */
  async end(tx: Tx, booking: Booking, offerId: string | null): Promise<void> {
    if (offerId === null) return;
    const open = await tx.findOneBy(Offer, { id: offerId, state: 'open' });
    if (open) await this.offering.end(tx, booking, [open], 'withdrawn');
  }

  private async ask(tx: Tx, booking: Booking, among: readonly string[], until: Date): Promise<AskedInTurn | null> {
    const slot = (await slotsInUse(tx, booking)).find(({ role, interpreterId }) => role === 'direct' && interpreterId === null);
    if (!slot) return null;
    for (const [n, interpreterId] of among.entries()) {
      const asked = await this.offering.askPossible(tx, booking, [{ slot, interpreterIds: [interpreterId], expiresAt: until }]);
      if (asked.length === 0) continue;
      const { id: offerId } = await tx.findOneByOrFail(Offer, { bookingId: booking.id, interpreterId, state: 'open' });
      return { interpreterId, offerId, left: among.slice(n + 1) };
    }
    return null;
  }
}
