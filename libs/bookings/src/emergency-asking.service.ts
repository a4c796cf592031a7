import { Injectable } from '@nestjs/common';
import { Clock, plusMinutes } from '@dragoman/kernel';
import { Events, type ReadTx, type Tx } from '@dragoman/platform';
import { travelMinutes } from '@dragoman/matching';
import { Booking } from './booking.entity';
import { BookingNeighbours } from './booking.neighbours';
import { MatchRequests } from './match-requests.service';
import type { Modality } from './modality';
import { Offering } from './offering.service';
import { reachOf } from './reach.queries';
import { goDirect } from './slot.queries';

/** Somebody who could do it now, and how a coordinator reaches them. */
export interface FreeNow {
  interpreterId: string;
  displayName: string;
  phone: string;
  match: number;
  /** How long they would travel, in minutes; null where nobody travels. */
  travelMinutes: number | null;
}

/** An offer in an emergency is open for minutes: whoever does not look at their phone does not hold it up. */
const OPEN_MINUTES = 20;
/** Whoever arrives after half of it is over is no help. */
const USEFUL_SHARE = 0.5;

/** Who could be there in time, and asking all of them at once. */
@Injectable()
export class EmergencyAsking {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly ports: BookingNeighbours,
    private readonly requests: MatchRequests,
    private readonly offering: Offering,
  ) {}

  /**
   * By every hard rule, a required gender among them; best first, and without those who were just lost.
   * @throws NotFound `booking-not-found`.
   */
  async whoCan(tx: ReadTx, booking: Pick<Booking, 'id' | 'startsAt' | 'lengthMinutes' | 'siteId'>, modality: Modality, lost: readonly string[]): Promise<FreeNow[]> {
    const request = { ...(await this.requests.forBooking(tx, booking.id)), modality };
    const site = await this.ports.organisations.site(tx, booking.siteId);
    // Rules of a relay's two legs are judged where the relay is offered; one person serves directly here.
    const { possible } = await this.ports.matching.find(tx, { ...request, point: { latitude: site.latitude, longitude: site.longitude } });
    const reach = await reachOf(tx, possible.map(({ interpreterId }) => interpreterId));
    const latest = plusMinutes(booking.startsAt, booking.lengthMinutes * USEFUL_SHARE);
    return possible.flatMap(({ interpreterId, displayName, match }) => {
      const there = reach.get(interpreterId);
      if (!there || lost.includes(interpreterId)) return [];
      const minutes = modality === 'in-person' ? travelMinutes(there, site, there.transport) : null;
      if (minutes !== null && plusMinutes(this.clock.now(), minutes) > latest) return [];
      return [{ interpreterId, displayName, phone: there.phone, match, travelMinutes: minutes }];
    });
  }

  /**
   * Asks everybody who can, at once, by another way where that is what is left. The caller holds the booking, and nobody fills it.
   * @returns who is asked. @throws Conflict `relay-under-way`, `booking-state`.
   */
  async askIn(tx: Tx, booking: Booking, modality: Modality, lost: readonly string[]): Promise<string[]> {
    const slots = await goDirect(tx, booking);
    await this.turnTo(tx, booking, modality);
    const interpreterIds = (await this.whoCan(tx, booking, modality, lost)).map(({ interpreterId }) => interpreterId);
    const soon = plusMinutes(this.clock.now(), OPEN_MINUTES);
    const expiresAt = soon < booking.endsAt ? soon : booking.endsAt;
    const places = await this.offering.placesFor(tx, booking, slots, interpreterIds);
    return this.offering.askPossible(tx, booking, places.map((place) => ({ ...place, expiresAt })));
  }

  private async turnTo(tx: Tx, booking: Booking, modality: Modality): Promise<void> {
    if (booking.modality === modality) return;
    const changed = booking.turnTo(modality);
    const { version, revision } = booking;
    await tx.update(Booking, { id: booking.id }, { modality, version, revision });
    this.events.publish(tx, changed);
  }
}
