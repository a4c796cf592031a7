import { Injectable } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import { Database, Events, Sweeps, type Tx } from '@dragoman/platform';
import { LessThanOrEqual } from 'typeorm';
import type { Slot } from './assignment.entity';
import { Booking } from './booking.entity';
import { bookingConfirmed, legHeld, legsReleased, offerDeclined, offerExpired, offersClosed, slotReopened } from './booking.events';
import { lockBooking } from './booking.locks';
import { BookingRecord } from './booking-record.service';
import { Filling } from './filling.service';
import { Offer } from './offer.entity';
import { Offering } from './offering.service';
import { heldWithoutHope, isFree, slotsInUse } from './slot.queries';

const SWEEP_MS = 5_000;
const MOST_AT_ONCE = 200;
const job = (name: string) => ({ kind: 'job', job: name }) as const;

/** What becomes of offers that nobody answers any more: they expire, lose or are withdrawn, and a booking may be left with nobody. */
@Injectable()
export class OfferUpkeep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly filling: Filling,
    private readonly offering: Offering,
    private readonly record: BookingRecord,
    sweeps: Sweeps,
  ) {
    events.subscribe(bookingConfirmed, 'close-other-offers', ({ bookingId }) => this.closeOthers(bookingId));
    events.subscribe(legHeld, 'close-other-offers-of-leg', ({ bookingId }) => this.closeOthers(bookingId));
    events.subscribe(offerDeclined, 'look-for-remaining-offers', ({ bookingId }) => this.settle(bookingId));
    events.subscribe(offerExpired, 'look-for-remaining-offers-after-expiry', ({ bookingId }) => this.settle(bookingId));
    events.subscribe(offersClosed, 'look-for-remaining-offers-after-closing', ({ bookingId }) => this.settle(bookingId));
    events.subscribe(legsReleased, 'look-for-remaining-offers-after-release', ({ bookingId }) => this.settle(bookingId));
    events.subscribe(slotReopened, 'look-for-remaining-offers-after-reopening', ({ bookingId }) => this.settle(bookingId));
    sweeps.every('settle-held-legs', SWEEP_MS, () => this.settleHeld());
    sweeps.every('expire-offers', SWEEP_MS, () => this.expire());
  }

  /** The winner's transaction may not see the others' offers, so a job closes them. */
  private async closeOthers(bookingId: string): Promise<void> {
    await this.database.transaction(job('close-other-offers'), async (tx) => {
      const booking = await lockBooking(tx, bookingId);
      await this.offering.endWithoutSlot(tx, booking, 'closed');
      await this.settleIn(tx, booking);
    });
  }

  /** Whoever had accepted may have given it back before the job came: then the others were told nothing, and may still say yes. */
  private async goOnAsking(tx: Tx, booking: Booking): Promise<void> {
    if (booking.state !== 'requested' || !(await tx.existsBy(Offer, { bookingId: booking.id, state: 'open' }))) return;
    booking.goOnAsking();
    await tx.update(Booking, { id: booking.id }, { state: booking.state });
    this.record.hint(tx, booking);
  }

  /**
   * When nobody is left who might say yes, the booking asks for a person again; whoever has a place in a team keeps it. A relay is
   * booked both or none: as soon as one leg has nobody left, whoever took the other is free again, and whoever is still asked for it
   * need not answer.
   */
  private async settle(bookingId: string): Promise<void> {
    await this.database.transaction(job('look-for-remaining-offers'), async (tx) => {
      const booking = await lockBooking(tx, bookingId);
      await this.settleIn(tx, booking);
    });
  }

  private async settleIn(tx: Tx, booking: Booking): Promise<void> {
    await this.goOnAsking(tx, booking);
    const slots = await slotsInUse(tx, booking);
    // A relay of which one side was given back holds the other in vain, though nobody is being asked.
    const isRelay = booking.pivotId !== null;
    const isHalfARelay = booking.state === 'requested' && isRelay && !slots.every(isFree);
    if (booking.state !== 'offering' && !isHalfARelay) return;
    const open = await tx.findBy(Offer, { bookingId: booking.id, state: 'open' });
    const hasHope = (slot: Slot): boolean => !isFree(slot) || open.some(({ slotId }) => slotId === slot.id);
    if (isRelay ? slots.every(hasHope) : open.length > 0) return;
    await this.offering.end(tx, booking, open, 'withdrawn');
    if (isRelay) await this.filling.letGo(tx, booking, slots);
    this.events.publish(tx, booking.runOutOfOffers());
    await tx.update(Booking, { id: booking.id }, { state: booking.state });
    this.record.hint(tx, booking);
  }

  /** Jobs do this at once; where a process died in between, nobody keeps a time that nobody will need. */
  async settleHeld(): Promise<void> {
    const held = await this.database.read(job('settle-held-legs'), heldWithoutHope);
    for (const bookingId of held) await this.settle(bookingId);
  }

  /** Leans on `offers_that_expire`. */
  async expire(): Promise<void> {
    const due = await this.database.read(job('expire-offers'), (tx) =>
      tx.find(Offer, {
        where: { state: 'open', expiresAt: LessThanOrEqual(this.clock.now()) },
        order: { expiresAt: 'ASC' },
        take: MOST_AT_ONCE,
      }),
    );
    for (const { id, bookingId } of due) await this.expireOne(id, bookingId);
  }

  private async expireOne(offerId: string, bookingId: string): Promise<void> {
    await this.database.transaction(job('expire-offers'), async (tx) => {
      const booking = await lockBooking(tx, bookingId);
      const now = this.clock.now();
      const expired = await tx.update(
        Offer,
        { id: offerId, state: 'open', expiresAt: LessThanOrEqual(now) },
        { state: 'expired', answeredAt: now },
      );
      if (expired.affected !== 1) return;
      await this.record.write(tx, booking, 'expired', { offerId });
      this.events.publish(tx, offerExpired({ organisationId: booking.organisationId, bookingId, offerId }));
    });
  }
}
