import { Injectable } from '@nestjs/common';
import { Clock, newId, NotFound } from '@dragoman/kernel';
import { Database, Events, type StaffActor, type Tx } from '@dragoman/platform';
import { IsNull } from 'typeorm';
import { Assignment } from './assignment.entity';
import type { Booking } from './booking.entity';
import { understandingReviewed, understandingSaid } from './booking.events';
import { lockBookingAndLowered, lockLowered } from './booking.locks';
import { BookingRecord } from './booking-record.service';
import { LoweredPair, type ReviewOutcome, type ReviewReason } from './lowered-pair.entity';
import { copyLowered, groundsTakenBack, sessionsOfReview } from './lowered-pair.queries';
import { ReviewGround } from './review-ground.entity';
import { Understanding } from './understanding.entity';

const job = { kind: 'job', job: 'lower-what-was-not-understood' } as const;

type Pair = Pick<LoweredPair, 'organisationId' | 'patientId' | 'varietyId' | 'interpreterVariety' | 'interpreterId'>;

/** A no lowers its pair at once; a coordinator then looks at it, in the open review of that pair or in a new one. */
@Injectable()
export class Reviews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly record: BookingRecord,
  ) {
    events.subscribe(understandingSaid, 'lower-what-was-not-understood', ({ bookingId }) =>
      this.database.transaction(job, async (tx) => this.follow(tx, await lockBookingAndLowered(tx, bookingId))),
    );
  }

  /** Brings reviews and copies to what both sides say now; bears repeating. The caller holds booking and pairs. */
  async follow(tx: Tx, booking: Booking): Promise<void> {
    await this.takeBack(tx, booking);
    const failed = await tx.find(Understanding, { where: { bookingId: booking.id, understood: false }, order: { side: 'ASC' } });
    for (const said of failed) await this.examine(tx, booking, said);
    await copyLowered(tx, booking);
  }

  /** @throws NotFound `review-not-found`; Conflict `review-closed` if it was closed the other way. */
  async close(actor: StaffActor, reviewId: string, { outcome, reason }: { outcome: ReviewOutcome; reason: ReviewReason }): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const found = await tx.findOneBy(LoweredPair, { id: reviewId });
      if (!found) throw new NotFound('review-not-found', 'There is no such review.');
      lockLowered(tx, found.patientId);
      const review = await tx.findOneByOrFail(LoweredPair, { id: reviewId });
      if (!review.close(outcome, reason, actor.accountId, this.clock.now())) return;
      await this.closed(tx, review);
      await copyLowered(tx, review);
    });
  }

  /** Once: whatever became of the review in which this answer was looked at, it is not looked at again. */
  private async examine(tx: Tx, booking: Booking, { side, interpreterId }: Understanding): Promise<void> {
    const { id: bookingId, organisationId } = booking;
    if (await tx.existsBy(ReviewGround, { bookingId, side, interpreterId })) return;
    const reviewId = await this.openReview(tx, booking, await pairOf(tx, booking, interpreterId));
    const isTold = await tx.existsBy(ReviewGround, { bookingId, reviewId });
    await tx.insert(ReviewGround, { bookingId, side, interpreterId, organisationId, reviewId });
    if (!isTold) await this.record.write(tx, booking, 'pair-lowered', { reviewId });
    this.publish(tx, { id: reviewId, organisationId, bookingId }, 'open');
  }

  private async openReview(tx: Tx, { id: bookingId }: Booking, pair: Pair): Promise<string> {
    const { interpreterVariety, interpreterId } = pair;
    const known = await tx.findOneBy(LoweredPair, {
      ...pair,
      interpreterVariety: interpreterVariety ?? IsNull(),
      interpreterId: interpreterId ?? IsNull(),
      outcome: IsNull(),
    });
    if (known) return known.id;
    const id = newId();
    await tx.insert(LoweredPair, { ...pair, id, bookingId, loweredAt: this.clock.now() });
    return id;
  }

  /** Whoever said no took it back. A review that has nothing else to look at is over; another session's no keeps it open. */
  private async takeBack(tx: Tx, { id: bookingId }: Booking): Promise<void> {
    for (const { reviewId, ...answer } of await groundsTakenBack(tx, bookingId)) {
      const review = await tx.findOneByOrFail(LoweredPair, { id: reviewId });
      const isLast = (await tx.countBy(ReviewGround, { reviewId })) === 1;
      if (isLast && review.outcome === null) {
        review.close('restore', 'recorded-by-mistake', null, this.clock.now());
        await this.closed(tx, review);
      } else this.publish(tx, review, review.outcome === null ? 'open' : 'closed');
      await tx.delete(ReviewGround, { bookingId, ...answer });
    }
  }

  /** Every session that it was about says so on its timeline. */
  private async closed(tx: Tx, review: LoweredPair): Promise<void> {
    const { id: reviewId, outcome, reason, reviewedAt, reviewedBy, organisationId } = review;
    const by = reviewedBy === null ? {} : { reviewedBy };
    await tx.update(LoweredPair, { id: reviewId }, { outcome, reason, reviewedAt, ...by });
    for (const id of await sessionsOfReview(tx, reviewId))
      await this.record.write(tx, { id, organisationId }, 'review-closed', { reviewId, outcome, why: reason });
    this.publish(tx, review, 'closed');
  }

  private publish(tx: Tx, { id: reviewId, organisationId, bookingId }: Pick<LoweredPair, 'id' | 'organisationId' | 'bookingId'>, state: 'open' | 'closed'): void {
    this.events.publish(tx, understandingReviewed({ organisationId, bookingId, reviewId, state }));
  }
}

/** The variety in which they served, or the interpreter where it was the patient's own; also of a booking cancelled since. */
const pairOf = async (tx: Tx, { id: bookingId, organisationId, patientId, varietyId }: Booking, interpreterId: string): Promise<Pair> => {
  const served = await tx.findOne(Assignment, { where: { bookingId, interpreterId }, order: { assignedAt: 'DESC' } });
  const other = served === null || served.level === 'exact' ? null : served.varietyId;
  return { organisationId, patientId, varietyId, interpreterVariety: other, interpreterId: other === null ? interpreterId : null };
};
