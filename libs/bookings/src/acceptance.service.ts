import { Injectable } from '@nestjs/common';
import { Clock, Conflict, newId, NotFound } from '@dragoman/kernel';
import { Database, Events, type InterpreterActor, LiveHints, lockInterpreters, Sweeps, type Tx } from '@dragoman/platform';
import { LessThanOrEqual } from 'typeorm';
import { Assignment, Slot } from './assignment.entity';
import { Booking } from './booking.entity';
import { bookingConfirmed, offerDeclined, offerExpired, offersClosed } from './booking.events';
import { lockBooking } from './booking.locks';
import { matchRequestOf } from './booking.matching';
import { BookingNeighbours } from './booking.neighbours';
import { writeEntry } from './entry.entity';
import { Offer } from './offer.entity';

const SWEEP_MS = 5_000;
const MOST_AT_ONCE = 200;
const job = (name: string) => ({ kind: 'job', job: name }) as const;

/** Between an offer and its answer: first acceptance wins, exactly once; silence never accepts. */
@Injectable()
export class Acceptance {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly live: LiveHints,
    private readonly ports: BookingNeighbours,
    sweeps: Sweeps,
  ) {
    events.subscribe(bookingConfirmed, 'close-other-offers', ({ bookingId }) => this.closeOthers(bookingId));
    events.subscribe(offerDeclined, 'look-for-remaining-offers', ({ bookingId }) => this.settle(bookingId));
    events.subscribe(offerExpired, 'look-for-remaining-offers-after-expiry', ({ bookingId }) => this.settle(bookingId));
    sweeps.every('expire-offers', SWEEP_MS, () => this.expire());
  }

  /**
   * Books the interpreter: every hard rule is judged again under the locks. Accepting twice is accepting once.
   * @throws Conflict `already-filled`, `offer-expired`, `offer-withdrawn`, `interpreter-busy` or the failed rule's code.
   */
  async accept(actor: InterpreterActor, offerId: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const { booking, offer } = await this.lock(tx, actor, offerId);
      if (offer.state === 'accepted') return;
      if (booking.interpreterId !== null)
        throw new Conflict('already-filled', 'Somebody else accepted first. Thank you for answering.');
      const now = this.clock.now();
      offer.accept(now);
      const confirmed = booking.confirm(actor.interpreterId);
      await lockInterpreters(tx, [actor.interpreterId]);
      const site = await this.ports.organisations.site(tx, booking.siteId);
      await this.assertStillPossible(tx, booking, site, actor.interpreterId);
      await this.assign(tx, booking, site, offer, now);
      await tx.update(Offer, { id: offer.id }, { state: offer.state, answeredAt: offer.answeredAt });
      await tx.update(
        Booking,
        { id: booking.id },
        { state: booking.state, version: booking.version, interpreterId: booking.interpreterId },
      );
      await this.written(tx, booking, 'confirmed', { interpreterId: actor.interpreterId, offerId });
      this.events.publish(tx, confirmed);
    });
  }

  /** @throws Conflict as `accept`, if it was answered or closed before. */
  async decline(actor: InterpreterActor, offerId: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const { booking, offer } = await this.lock(tx, actor, offerId);
      if (offer.state === 'declined') return;
      const declined = offer.decline(this.clock.now());
      await tx.update(Offer, { id: offer.id }, { state: offer.state, answeredAt: offer.answeredAt });
      await this.written(tx, booking, 'declined', { interpreterId: actor.interpreterId, offerId });
      this.events.publish(tx, declined);
    });
  }

  private async lock(tx: Tx, actor: InterpreterActor, offerId: string): Promise<{ booking: Booking; offer: Offer }> {
    const found = await tx.findOneBy(Offer, { id: offerId, interpreterId: actor.interpreterId });
    if (!found) throw new NotFound('offer-not-found', 'This offer is not yours or no longer exists.');
    const booking = await lockBooking(tx, found.bookingId);
    // Read again: whoever held the booking before us may have answered this offer.
    return { booking, offer: await tx.findOneByOrFail(Offer, { id: offerId }) };
  }

  private async assertStillPossible(
    tx: Tx,
    booking: Booking,
    site: { id: string; latitude: number; longitude: number },
    interpreterId: string,
  ): Promise<void> {
    const verdict = await this.ports.matching.check(tx, matchRequestOf(booking, site, new Map()), interpreterId);
    if (!verdict.eligible) throw new Conflict(verdict.code, verdict.sentence);
  }

  private async assign(
    tx: Tx,
    booking: Booking,
    site: { id: string; latitude: number; longitude: number },
    offer: Offer,
    now: Date,
  ): Promise<void> {
    const slot = await tx.findOneByOrFail(Slot, { bookingId: booking.id, position: 1 });
    await this.ports.commitments.commit(tx, {
      interpreterId: offer.interpreterId,
      interval: { start: booking.startsAt, end: booking.endsAt },
      bookingId: booking.id,
      modality: booking.modality,
      siteId: site.id,
      point: { latitude: site.latitude, longitude: site.longitude },
    });
    await tx.insert(Assignment, {
      id: newId(),
      slotId: slot.id,
      bookingId: booking.id,
      organisationId: booking.organisationId,
      interpreterId: offer.interpreterId,
      offerId: offer.id,
      assignedAt: now,
    });
  }

  /** The winner's transaction may not see the others' offers, so a job closes them. */
  private async closeOthers(bookingId: string): Promise<void> {
    await this.database.transaction(job('close-other-offers'), async (tx) => {
      const booking = await lockBooking(tx, bookingId);
      const open = await tx.findBy(Offer, { bookingId, state: 'open' });
      if (open.length === 0) return;
      await tx.update(Offer, { bookingId, state: 'open' }, { state: 'closed', answeredAt: this.clock.now() });
      const { organisationId } = booking;
      this.events.publish(tx, offersClosed({ organisationId, bookingId, offerIds: open.map(({ id }) => id) }));
      this.live.publish(tx, { organisationId, topic: 'booking', id: bookingId });
    });
  }

  /** When nobody is left who might say yes, the booking asks for a person again. */
  private async settle(bookingId: string): Promise<void> {
    await this.database.transaction(job('look-for-remaining-offers'), async (tx) => {
      const booking = await lockBooking(tx, bookingId);
      if (booking.state !== 'offering' || (await tx.existsBy(Offer, { bookingId, state: 'open' }))) return;
      booking.runOutOfOffers();
      await tx.update(Booking, { id: bookingId }, { state: booking.state });
      this.live.publish(tx, { organisationId: booking.organisationId, topic: 'booking', id: bookingId });
    });
  }

  /** Leans on `offers_that_expire`. */
  private async expire(): Promise<void> {
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
      await this.written(tx, booking, 'expired', { offerId });
      this.events.publish(tx, offerExpired({ organisationId: booking.organisationId, bookingId, offerId }));
    });
  }

  private async written(
    tx: Tx,
    booking: Booking,
    kind: 'confirmed' | 'declined' | 'expired',
    detail: Record<string, string>,
  ): Promise<void> {
    await writeEntry(tx, booking, this.clock.now(), kind, detail);
    await this.ports.audit.record(tx, {
      action: `booking.${kind}`,
      subject: { kind: 'booking', id: booking.id },
      organisationId: booking.organisationId,
      details: detail,
    });
    this.live.publish(tx, { organisationId: booking.organisationId, topic: 'booking', id: booking.id });
  }
}
