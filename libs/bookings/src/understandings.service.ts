import { Injectable } from '@nestjs/common';
import { Clock, Conflict, newId, NotFound } from '@dragoman/kernel';
import { Database, Events, type InterpreterActor, type StaffActor, type Tx } from '@dragoman/platform';
import { IsNull } from 'typeorm';
import { Assignment } from './assignment.entity';
import type { Booking } from './booking.entity';
import { understandingReviewed, understandingSaid } from './booking.events';
import { lockBooking } from './booking.locks';
import { BookingRecord } from './booking-record.service';
import { LoweredPair, type ReviewOutcome, type ReviewReason } from './lowered-pair.entity';
import { copyLowered, lowerPair } from './lowered-pair.queries';
import { Offer } from './offer.entity';
import { Understanding, type UnderstandingAskedWay } from './understanding.entity';

const job = { kind: 'job', job: 'lower-what-was-not-understood' } as const;
const tookPlace = ['confirmed', 'in-progress', 'completed'];

/** After a session: whether they understood each other. A no lowers the pair at once and opens a review. */
@Injectable()
export class Understandings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly record: BookingRecord,
  ) {
    events.subscribe(understandingSaid, 'lower-what-was-not-understood', ({ bookingId }) =>
      this.database.transaction(job, async (tx) => this.act(tx, await lockBooking(tx, bookingId))),
    );
  }

  /**
   * What the patient answered when they were asked. Said twice it is said once; corrected within a day.
   * @throws Conflict `session-not-over`, `nobody-interpreted`, `understanding-settled`.
   */
  async patientSaid(actor: StaffActor, bookingId: string, said: { understood: boolean; askedHow: UnderstandingAskedWay }): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const booking = await lockBooking(tx, bookingId);
      const { interpreterId } = this.assertOver(booking);
      const word = { ...said, side: 'patient' as const, interpreterId, askedBy: actor.accountId };
      if (!(await this.keep(tx, booking, word))) return;
      // In this transaction too, so that not even the next click finds the pair.
      await this.act(tx, booking);
    });
  }

  /** On the page behind their offer. @throws as `patientSaid`, and NotFound `offer-not-found` unless they interpreted. */
  async interpreterSaid(actor: InterpreterActor, offerId: string, understood: boolean): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const { interpreterId } = actor;
      const offer = await tx.findOneBy(Offer, { id: offerId, interpreterId, state: 'accepted' });
      if (!offer) throw new NotFound('offer-not-found', 'This offer is not yours or no longer exists.');
      const booking = await lockBooking(tx, offer.bookingId);
      this.assertOver(booking);
      await this.keep(tx, booking, { understood, side: 'interpreter', interpreterId, askedHow: null, askedBy: null });
    });
  }

  /** @throws NotFound `review-not-found`; Conflict `review-closed`, `already-lowered-again`. */
  async closeReview(actor: StaffActor, reviewId: string, { outcome, reason }: { outcome: ReviewOutcome; reason: ReviewReason }): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const found = await tx.findOneBy(LoweredPair, { id: reviewId });
      if (!found) throw new NotFound('review-not-found', 'There is no such review.');
      const booking = await lockBooking(tx, found.bookingId);
      const pair = await tx.findOneByOrFail(LoweredPair, { id: reviewId });
      if (!pair.close(outcome, reason, actor.accountId, this.clock.now())) return;
      await this.closed(tx, booking, pair);
    });
  }

  private assertOver(booking: Booking): { interpreterId: string } {
    const { interpreterId, state } = booking;
    if (interpreterId === null || !tookPlace.includes(state))
      throw new Conflict('nobody-interpreted', 'Nobody interpreted this appointment, so there is nothing to ask.');
    if (booking.endsAt > this.clock.now())
      throw new Conflict('session-not-over', 'The appointment is not over yet. Ask afterwards.');
    return { interpreterId };
  }

  private async keep(
    tx: Tx,
    booking: Booking,
    word: Pick<Understanding, 'side' | 'interpreterId' | 'understood' | 'askedHow' | 'askedBy'>,
  ): Promise<boolean> {
    const now = this.clock.now();
    const { id: bookingId, organisationId } = booking;
    const { side, interpreterId, understood, askedHow, askedBy } = word;
    const known = await tx.findOneBy(Understanding, { bookingId, side, interpreterId });
    if (known) {
      if (!known.correct(word, now)) return false;
      const corrected = side === 'patient' ? { askedHow, askedBy } : {};
      await tx.update(Understanding, { bookingId, side, interpreterId }, { understood, ...corrected, saidAt: now });
    } else {
      await tx.insert(Understanding, { ...word, bookingId, organisationId, firstSaidAt: now, saidAt: now });
    }
    await this.record.write(tx, booking, 'understanding', { side, understood });
    this.events.publish(tx, understandingSaid({ organisationId, bookingId }));
    return true;
  }

  /** Brings reviews and copies to what both sides say now; bears repeating. */
  private async act(tx: Tx, booking: Booking): Promise<void> {
    const said = await tx.findBy(Understanding, { bookingId: booking.id });
    const failed = said.filter(({ understood }) => !understood);
    for (const { interpreterId } of failed) await this.lower(tx, booking, interpreterId);
    if (failed.length === 0) await this.takeBack(tx, booking);
    await copyLowered(tx, booking);
  }

  private async lower(tx: Tx, booking: Booking, interpreterId: string): Promise<void> {
    const { id: bookingId, organisationId, patientId, varietyId } = booking;
    const served = await tx.findOneBy(Assignment, { bookingId, interpreterId, releasedAt: IsNull() });
    const other = served === null || served.level === 'exact' ? null : served.varietyId;
    const reviewId = await lowerPair(tx, {
      id: newId(),
      organisationId,
      patientId,
      varietyId,
      bookingId,
      loweredAt: this.clock.now(),
      interpreterVariety: other,
      interpreterId: other === null ? interpreterId : null,
    });
    if (reviewId === null) return;
    await this.record.write(tx, booking, 'pair-lowered', { reviewId });
    this.events.publish(tx, understandingReviewed({ organisationId, bookingId, reviewId, state: 'open' }));
  }

  /** Whoever said no took it back, so there is nothing left to review. */
  private async takeBack(tx: Tx, booking: Booking): Promise<void> {
    const open = await tx.findBy(LoweredPair, { organisationId: booking.organisationId, bookingId: booking.id, outcome: IsNull() });
    for (const pair of open) {
      pair.close('restore', 'recorded-by-mistake', null, this.clock.now());
      await this.closed(tx, booking, pair);
    }
  }

  private async closed(tx: Tx, booking: Booking, pair: LoweredPair): Promise<void> {
    const { id: reviewId, outcome, reason, reviewedAt, reviewedBy, organisationId } = pair;
    const by = reviewedBy === null ? {} : { reviewedBy };
    await tx.update(LoweredPair, { id: reviewId }, { outcome, reason, reviewedAt, ...by });
    await copyLowered(tx, booking);
    await this.record.write(tx, booking, 'review-closed', { reviewId, outcome, why: reason });
    this.events.publish(tx, understandingReviewed({ organisationId, bookingId: booking.id, reviewId, state: 'closed' }));
  }
}
