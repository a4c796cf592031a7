import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@dragoman/kernel';
import type { MatchRequest, Verdict } from '@dragoman/matching';
import { Events, together, type Tx, updateById } from '@dragoman/platform';
import { In } from 'typeorm';
import type { Slot } from './assignment.entity';
import { Booking } from './booking.entity';
import { offersClosed } from './booking.events';
import { notPossible } from './booking.errors';
import { BookingNeighbours } from './booking.neighbours';
import { BookingRecord } from './booking-record.service';
import { MatchRequests } from './match-requests.service';
import { Offer, type OfferState } from './offer.entity';
import { offerExpiry, replyCode } from './offer.policy';
import { insertOffer, openOffers } from './offer.queries';
import { isFree, slotsInUse, slotsOf } from './slot.queries';
import { isAlike, oneOfEachKind } from './staffing.policy';

/** Of 9000 codes one is taken by each open offer. */
const MOST_TRIES = 50;

export interface Asked {
  slot: Slot;
  interpreterIds: readonly string[];
  /** Left out: as the organisation's policy says. */
  expiresAt?: Date;
}

/** Asks interpreters, each for one slot, and ends the asking. The caller holds the booking. */
@Injectable()
export class Offering {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly ports: BookingNeighbours,
    private readonly requests: MatchRequests,
    private readonly record: BookingRecord,
  ) {}

  /** Who is asked for which of these slots: each for one that they could fill, so that none is left with nobody. */
  async placesFor(tx: Tx, booking: Booking, slots: readonly Slot[], interpreterIds: readonly string[]): Promise<Asked[]> {
    const kinds = oneOfEachKind(slots.filter(isFree));
    const [first = slots[0]] = kinds;
    if (first === undefined) throw new Error(`booking ${booking.id} has no place for anybody`);
    if (kinds.length < 2) return [{ slot: first, interpreterIds }];
    const places = kinds.map((slot) => ({ slot, interpreterIds: [] as string[] }));
    for (const id of interpreterIds) (await this.emptiestFor(tx, booking, places, id)).interpreterIds.push(id);
    return places;
  }

  /**
   * Those who are being asked already, or have a place, are left alone.
   * @param more what the timeline says besides.
   * @throws Conflict `interpreter-not-possible` if any of them fails a hard rule: then nobody is asked.
   */
  async ask(tx: Tx, booking: Booking, asked: readonly Asked[], more: { wave?: number } = {}): Promise<void> {
    const [isAsked, places] = await together([
      this.whoIsAsked(tx, booking),
      together(asked.map(async (place) => ({ ...place, request: await this.requests.forSlot(tx, booking, place.slot) }))),
    ]);
    const fresh = places.map((place) => ({ ...place, interpreterIds: [...new Set(place.interpreterIds)].filter((id) => !isAsked(id)) }));
    await together(fresh.flatMap(({ request, interpreterIds }) => interpreterIds.map((id) => this.assertPossible(tx, request, id))));
    await this.offer(tx, booking, fresh, more);
  }

  private async offer(tx: Tx, booking: Booking, asked: readonly Asked[], more: { wave?: number } = {}): Promise<void> {
    if (asked.every(({ interpreterIds }) => interpreterIds.length === 0)) return;
    const usual = await this.expiry(tx, booking);
    const toAsk = asked.flatMap(({ slot, interpreterIds, expiresAt = usual }) => interpreterIds.map((interpreterId) => ({ slot, interpreterId, expiresAt })));
    const offers = toAsk.map(({ slot, interpreterId, expiresAt }) => this.made(tx, booking, slot, { interpreterId, expiresAt }));
    const offerIds = offers.map(({ id }) => id);
    const offered = booking.offer(offerIds);
    await together(offers.map((offer) => this.write(tx, offer)));
    updateById(tx, Booking, booking.id, { state: booking.state, pivotId: booking.pivotId });
    await this.record.write(tx, booking, 'offered', { offerIds, ...more });
    this.events.publish(tx, offered);
  }

  /** As `ask`, but whoever fails a hard rule is left out. @returns who is being asked now and was not before. */
  async askPossible(tx: Tx, booking: Booking, asked: readonly Asked[]): Promise<string[]> {
    const isAsked = await this.whoIsAsked(tx, booking);
    const possible: Asked[] = [];
    for (const { slot, interpreterIds, ...more } of asked) {
      const fresh = [...new Set(interpreterIds)].filter((id) => !isAsked(id));
      const fitting: string[] = [];
      for (const id of fresh) if ((await this.judged(tx, booking, slot, id)).eligible) fitting.push(id);
      possible.push({ ...more, slot, interpreterIds: fitting });
    }
    // Not judged a second time: whoever became busy in between is refused when they accept, and stands in nobody's way.
    await this.offer(tx, booking, possible);
    return possible.flatMap(({ interpreterIds }) => interpreterIds);
  }

  /** Open offers whose interpreters fail a hard rule by now. */
  async noLongerPossible(tx: Tx, booking: Booking, slots: readonly Slot[]): Promise<Offer[]> {
    const open = await openOffers(tx, booking.id);
    const misfits: Offer[] = [];
    for (const offer of open) {
      const slot = slots.find(({ id }) => id === offer.slotId);
      if (!slot || !(await this.judged(tx, booking, slot, offer.interpreterId)).eligible) misfits.push(offer);
    }
    return misfits;
  }

  /** Whoever is asked for a slot that is taken, or given up, is asked for one that is as good and free still; where there is none their offer ends. */
  async endWithoutSlot(tx: Tx, booking: Booking, state: Extract<OfferState, 'closed' | 'withdrawn'>): Promise<void> {
    const slots = await slotsOf(tx, booking.id);
    const lost: Offer[] = [];
    for (const offer of await openOffers(tx, booking.id)) {
      const slot = slots.find(({ id }) => id === offer.slotId);
      if (!slot || isOpen(slot)) continue;
      const other = slots.find((open) => isOpen(open) && isAlike(open, slot));
      if (other) await tx.update(Offer, { id: offer.id }, { slotId: other.id });
      else lost.push(offer);
    }
    await this.end(tx, booking, lost, state);
  }

  /** Whoever holds one of these open offers hears that it is over. */
  async end(tx: Tx, booking: Booking, offers: readonly Offer[], state: Extract<OfferState, 'closed' | 'withdrawn'>): Promise<void> {
    if (offers.length === 0) return;
    const offerIds = offers.map(({ id }) => id);
    await tx.update(Offer, { id: In(offerIds), state: 'open' }, { state, answeredAt: this.clock.now() });
    const { organisationId, id: bookingId } = booking;
    this.events.publish(tx, offersClosed({ organisationId, bookingId, offerIds }));
    this.record.hint(tx, booking);
  }

  private async whoIsAsked(tx: Tx, booking: Booking): Promise<(interpreterId: string) => boolean> {
    const known = await together([openOffers(tx, booking.id), slotsInUse(tx, booking)]);
    return (id) => known.flat().some(({ interpreterId }) => interpreterId === id);
  }

  private async emptiestFor<Place extends Asked>(tx: Tx, booking: Booking, places: readonly Place[], interpreterId: string): Promise<Place> {
    const [emptiest, ...others] = [...places].sort((a, b) => a.interpreterIds.length - b.interpreterIds.length);
    if (emptiest === undefined) throw new Error(`booking ${booking.id} has no place for anybody`);
    for (const place of [emptiest, ...others]) if ((await this.judged(tx, booking, place.slot, interpreterId)).eligible) return place;
    return emptiest;
  }

  private async write(tx: Tx, offer: Offer): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries++) if (await insertOffer(tx, offer, replyCode())) return;
    throw new Error(`no reply code is free for interpreter ${offer.interpreterId}`);
  }

  private async expiry(tx: Tx, booking: Booking): Promise<Date> {
    const { policy } = await this.ports.organisations.place(tx, booking.siteId);
    return offerExpiry(this.clock.now(), booking.startsAt, policy.offerHours);
  }

  private made(tx: Tx, booking: Booking, slot: Slot, to: { interpreterId: string; expiresAt: Date }): Offer {
    const { id: bookingId, organisationId } = booking;
    const offer = { id: newId(), bookingId, organisationId, slotId: slot.id, ...to, createdAt: this.clock.now() };
    return tx.create(Offer, { ...offer, state: 'open' });
  }

  private async assertPossible(tx: Tx, request: MatchRequest, interpreterId: string): Promise<void> {
    const verdict = await this.ports.matching.check(tx, request, interpreterId);
    if (!verdict.eligible) throw notPossible(verdict);
  }

  private async judged(tx: Tx, booking: Booking, slot: Slot, interpreterId: string): Promise<Verdict> {
    return this.ports.matching.check(tx, await this.requests.forSlot(tx, booking, slot), interpreterId);
  }
}

const isOpen = (slot: Slot): boolean => isFree(slot) && slot.givenUpAt === null;
