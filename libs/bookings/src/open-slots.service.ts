import { Injectable } from '@nestjs/common';
import type { MatchRequest } from '@dragoman/matching';
import type { ReadTx, Tx } from '@dragoman/platform';
import type { Slot } from './assignment.entity';
import { Booking } from './booking.entity';
import { lockBooking } from './booking.locks';
import { BookingNeighbours } from './booking.neighbours';
import { DirectBooking } from './direct-booking.service';
import { MatchRequests } from './match-requests.service';
import { Offer } from './offer.entity';
import { Offering } from './offering.service';
import { directSlots, isFree, slotsInUse } from './slot.queries';
import { oneOfEachKind } from './staffing.policy';

export interface OpenBooking {
  booking: Booking;
  /** Without an interpreter, and for one who serves from the patient to the clinic: a relay has none. */
  slots: Slot[];
  /** All that were ever made. */
  offers: Offer[];
}

export interface Wave {
  /** For each open slot. */
  most: number;
  inAll: number;
  /** Counted from 1. */
  wave: number;
}

/** What is open of a booking, who could fill it, and asking or booking them, for whoever fills bookings by policy. */
@Injectable()
export class OpenSlots {
  constructor(
    private readonly ports: BookingNeighbours,
    private readonly requests: MatchRequests,
    private readonly offering: Offering,
    private readonly direct: DirectBooking,
  ) {}

  /** As it stands, without holding it. Null where it is not there. */
  async look(tx: ReadTx, bookingId: string): Promise<OpenBooking | null> {
    const booking = await tx.findOneBy(Booking, { id: bookingId });
    return booking && this.open(tx, booking);
  }

  /** Held until the transaction ends. @throws NotFound `booking-not-found`. */
  async hold(tx: Tx, bookingId: string): Promise<OpenBooking> {
    return this.open(tx, await lockBooking(tx, bookingId));
  }

  /** Best first, of all whom no hard rule speaks against, for each part of its time; a search may take a while, so nobody holds the booking meanwhile. */
  async possible(tx: ReadTx, bookingId: string, { except, most }: { except: readonly string[]; most: number }): Promise<string[]> {
    const slots = await directSlots(tx, bookingId);
    const having = slots.flatMap(({ interpreterId }) => interpreterId ?? []);
    const found: string[] = [];
    for (const slot of oneOfEachKind(slots.filter(isFree)))
      found.push(...(await this.bestFor(tx, await this.requests.forBooking(tx, bookingId, slot), { except: [...except, ...having, ...found], most })));
    return found;
  }

  private async bestFor(tx: ReadTx, request: MatchRequest, { except, most }: { except: readonly string[]; most: number }): Promise<string[]> {
    const found: string[] = [];
    while (found.length < most) {
      const { possible } = await this.ports.matching.find(tx, { ...request, refused: [...request.refused, ...except, ...found] });
      if (possible.length === 0) break;
      found.push(...possible.map(({ interpreterId }) => interpreterId));
    }
    return found.slice(0, most);
  }

  /**
   * Asks the first of these, each for one slot; whoever became impossible meanwhile is passed over. The caller holds the booking.
   * @param wave stands on the timeline. @returns who is asked now.
   */
  async ask(tx: Tx, { booking, slots }: OpenBooking, among: readonly string[], { most, inAll, wave }: Wave): Promise<string[]> {
    const some: { slot: Slot; interpreterIds: string[] }[] = [];
    for (const slot of slots) {
      const chosen = some.flatMap(({ interpreterIds }) => interpreterIds);
      const left = among.filter((id) => !chosen.includes(id));
      const interpreterIds = await this.firstPossible(tx, booking, slot, { left, most: Math.min(most, inAll - chosen.length) });
      if (interpreterIds.length > 0) some.push({ slot, interpreterIds });
    }
    await this.offering.ask(tx, booking, some, { wave });
    return some.flatMap(({ interpreterIds }) => interpreterIds);
  }

  /**
   * Books the first who is still possible, as the organisation's own. The caller holds the booking.
   * @returns whom; null where nobody is.
   */
  async bookInHouse(tx: Tx, { booking, slots: [slot] }: OpenBooking, among: readonly string[]): Promise<string | null> {
    for (const interpreterId of slot ? among : [])
      if (slot && (await this.isPossible(tx, booking, slot, interpreterId))) {
        await this.direct.fillIn(tx, booking, slot, { interpreterId, agreed: 'in-house', conflict: 'not-asked' });
        return interpreterId;
      }
    return null;
  }

  private async open(tx: ReadTx, booking: Booking): Promise<OpenBooking> {
    const inUse = await slotsInUse(tx, booking);
    const slots = inUse.filter(({ interpreterId, varietyId }) => interpreterId === null && varietyId === null);
    return { booking, slots, offers: await tx.findBy(Offer, { bookingId: booking.id }) };
  }

  /** In order, until there are so many. */
  private async firstPossible(tx: Tx, booking: Booking, slot: Slot, { left, most }: { left: readonly string[]; most: number }): Promise<string[]> {
    const possible: string[] = [];
    for (const interpreterId of left) {
      if (possible.length >= most) break;
      if (await this.isPossible(tx, booking, slot, interpreterId)) possible.push(interpreterId);
    }
    return possible;
  }

  private async isPossible(tx: Tx, booking: Booking, slot: Slot, interpreterId: string): Promise<boolean> {
    return (await this.ports.matching.check(tx, await this.requests.forSlot(tx, booking, slot), interpreterId)).eligible;
  }
}
