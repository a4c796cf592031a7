import { Injectable } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import { Events, type Tx } from '@dragoman/platform';
import { In } from 'typeorm';
import type { Slot } from './assignment.entity';
import { Booking } from './booking.entity';
import { type ReopenedBecause, slotReopened } from './booking.events';
import { Filling } from './filling.service';
import { Offer } from './offer.entity';
import { Offering } from './offering.service';
import { slotsInUse } from './slot.queries';

/** Who is free again, and by which offers they had been booked. */
export interface Freed {
  offerIds: string[];
  interpreterIds: string[];
}

/** Frees whoever is booked, and asks again whoever might still do it. The caller holds the booking. */
@Injectable()
export class Rematching {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly filling: Filling,
    private readonly offering: Offering,
  ) {}

  /** The booking asks for a person again, and says so once to all who follow it. Nobody booked: nothing happens. */
  async reopen(tx: Tx, booking: Booking, slots: readonly Slot[], why: Exclude<ReopenedBecause, 'cancellation-voided'>): Promise<Freed> {
    const interpreterIds = slots.flatMap(({ interpreterId }) => (interpreterId === null ? [] : [interpreterId]));
    if (interpreterIds.length === 0) return { offerIds: [], interpreterIds };
    const offerIds = await this.filling.release(tx, booking, slots);
    if (offerIds.length > 0) await tx.update(Offer, { id: In(offerIds) }, { state: 'released', releasedWhy: why });
    booking.reopen();
    await tx.update(Booking, { id: booking.id }, booking.standing());
    const { id: bookingId, organisationId, version } = booking;
    this.events.publish(tx, slotReopened({ organisationId, bookingId, version, offerIds, interpreterIds, why }));
    return { offerIds, interpreterIds };
  }

  /** Everybody who is asked or booked is free; they may be asked again for what is agreed now. @returns who they were, by slot. */
  async clear(tx: Tx, booking: Booking): Promise<{ freed: Freed; before: ReadonlyMap<string, string[]> }> {
    const slots = await slotsInUse(tx, booking);
    const open = await tx.findBy(Offer, { bookingId: booking.id, state: 'open' });
    const before = new Map(
      slots.map(({ id, interpreterId }) => [
        id,
        [...(interpreterId === null ? [] : [interpreterId]), ...open.filter(({ slotId }) => slotId === id).map((offer) => offer.interpreterId)],
      ]),
    );
    const freed = await this.reopen(tx, booking, slots, 'changed');
    await this.offering.end(tx, booking, open, 'withdrawn');
    return { freed, before };
  }

  /** Those of them who still fit what is agreed now are asked, in their old places; nobody is asked who does not. */
  async askAgain(tx: Tx, booking: Booking, before: ReadonlyMap<string, readonly string[]>): Promise<void> {
    if (booking.startsAt <= this.clock.now()) return;
    const slots = await slotsInUse(tx, booking);
    await this.offering.askPossible(
      tx,
      booking,
      slots.map((slot) => ({ slot, interpreterIds: before.get(slot.id) ?? [] })),
    );
  }

  /** Whoever is booked or asked and does not fit any more is let go; the others keep what they have. */
  async keepThoseWhoFit(tx: Tx, booking: Booking): Promise<Freed> {
    const slots = await slotsInUse(tx, booking);
    const misfits: Slot[] = [];
    for (const slot of slots) {
      if (slot.interpreterId === null) continue;
      const verdict = await this.filling.judge(tx, booking, slot, slot.interpreterId);
      if (!verdict.eligible) misfits.push(slot);
    }
    const freed = await this.reopen(tx, booking, misfits, 'changed');
    await this.offering.end(tx, booking, await this.offering.noLongerPossible(tx, booking, slots), 'withdrawn');
    return freed;
  }
}
