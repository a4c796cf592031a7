import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@dragoman/kernel';
import type { EligibleVerdict, MatchRequest, Verdict } from '@dragoman/matching';
import { type DomainEvent, Events, insertAll, lockInterpreters, together, type Tx, updateById } from '@dragoman/platform';
import { In, IsNull } from 'typeorm';
import { Assignment, Slot } from './assignment.entity';
import { Booking } from './booking.entity';
import { legHeld, legsReleased } from './booking.events';
import { BookingNeighbours } from './booking.neighbours';
import { BookingRecord } from './booking-record.service';
import { MatchRequests } from './match-requests.service';
import { Offer } from './offer.entity';
import { slotsInUse } from './slot.queries';
import { partOf } from './staffing.policy';

/** Who takes which slot, by which offer, and by what the rules said of them. */
interface Taking {
  slot: Slot;
  offer: Offer;
  serving: EligibleVerdict;
}

/** Puts interpreters into slots and takes them out: the one path by which anybody is booked, whoever said yes to whom. */
@Injectable()
export class Filling {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly ports: BookingNeighbours,
    private readonly requests: MatchRequests,
    private readonly record: BookingRecord,
  ) {}

  /** Every hard rule on what is true now. The caller holds the booking; from here on the calendar is held too. */
  async judge(tx: Tx, booking: Booking, slot: Slot, interpreterId: string): Promise<Verdict> {
    return this.ports.matching.check(tx, await this.held(tx, booking, slot, interpreterId), interpreterId);
  }

  /** As `judge`, where an agency answers for what it says of somebody; its word is kept beside. */
  async judgeAgencys(tx: Tx, booking: Booking, slot: Slot, interpreterId: string): Promise<Verdict> {
    const request = await this.held(tx, booking, slot, interpreterId);
    return this.ports.matching.check(tx, { ...request, throughAgency: true }, interpreterId);
  }

  /**
   * Takes the time and the slot for an accepted offer, after `judge` found nothing against it. A booking whose slots
   * are all filled is confirmed; one with a slot left waits for it.
   */
  async fill(tx: Tx, booking: Booking, { slot, offer, serving }: Taking): Promise<void> {
    const { interpreterId } = offer;
    await this.takeTime(tx, booking, slot, interpreterId);
    insertAll(tx, Assignment, [{
      id: newId(),
      slotId: slot.id,
      bookingId: booking.id,
      organisationId: booking.organisationId,
      interpreterId,
      offerId: offer.id,
      varietyId: serving.varietyId,
      level: serving.level === 'never_auto' ? null : serving.level,
      assignedAt: this.clock.now(),
    }]);
    updateById(tx, Slot, slot.id, { interpreterId });
    const confirmed = confirmIfFilled(booking, await slotsInUse(tx, booking));
    updateById(tx, Booking, booking.id, booking.standing());
    this.events.publish(tx, confirmed ?? legHeld({ organisationId: booking.organisationId, bookingId: booking.id, offerId: offer.id }));
    const by = { interpreterId, offerId: offer.id, agreed: offer.agreed };
    await this.record.write(tx, booking, confirmed ? 'confirmed' : 'held', by);
  }

  /**
   * Frees whoever fills these slots, at once and in this transaction.
   * @returns the offers by which they had come to it.
   */
  async release(tx: Tx, booking: Booking, slots: readonly Slot[]): Promise<string[]> {
    const filled = slots.flatMap(({ id, interpreterId }) => (interpreterId === null ? [] : [{ id, interpreterId }]));
    if (filled.length === 0) return [];
    const bookingId = booking.id;
    const interpreterIds = filled.map(({ interpreterId }) => interpreterId);
    await lockInterpreters(tx, interpreterIds);
    await this.ports.commitments.release(tx, { bookingId, interpreterIds });
    const held = { slotId: In(filled.map(({ id }) => id)), releasedAt: IsNull() };
    const assignments = await tx.findBy(Assignment, held);
    await tx.update(Assignment, held, { releasedAt: this.clock.now() });
    await tx.update(Slot, { id: In(filled.map(({ id }) => id)) }, { interpreterId: null });
    return assignments.flatMap(({ offerId }) => (offerId === null ? [] : [offerId]));
  }

  /** As `release`, where a relay comes to nothing: they hear that they are free again. */
  async letGo(tx: Tx, booking: Booking, slots: readonly Slot[]): Promise<void> {
    const offerIds = await this.release(tx, booking, slots);
    if (offerIds.length === 0) return;
    await tx.update(Offer, { id: In(offerIds) }, { state: 'released', releasedWhy: 'leg-lost' });
    await this.record.write(tx, booking, 'released', { offerIds });
    this.events.publish(tx, legsReleased({ organisationId: booking.organisationId, bookingId: booking.id, offerIds }));
  }

  /** What is to be judged, with the calendar held before any of it is read. */
  private async held(tx: Tx, booking: Booking, slot: Slot, interpreterId: string): Promise<MatchRequest> {
    const [, request] = await together([lockInterpreters(tx, [interpreterId]), this.requests.forSlot(tx, booking, slot)]);
    return request;
  }

  private async takeTime(tx: Tx, booking: Booking, slot: Slot, interpreterId: string): Promise<void> {
    const { id, latitude, longitude } = (await this.ports.organisations.place(tx, booking.siteId)).site;
    await this.ports.commitments.commit(tx, {
      interpreterId,
      interval: partOf(booking, slot),
      bookingId: booking.id,
      modality: booking.modality,
      siteId: id,
      point: { latitude, longitude },
    });
  }
}

/** A booking is confirmed when nobody is missing. */
export const confirmIfFilled = (booking: Booking, slots: readonly Slot[]): DomainEvent | null => {
  const [first, ...others] = slots.flatMap(({ interpreterId }) => interpreterId ?? []);
  if (first !== undefined && others.length + 1 === slots.length) return booking.confirm(first, others);
  booking.hold();
  return null;
};
