import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  bookedThoughLowered, bookingCancelled, bookingFacts, bookingChanged, legsReleased, openBookingsOfPatient, understandingReviewed,
} from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import { Database, Events, type Tx } from '@dragoman/platform';
import { lockPlan } from './intent.queries';
import { Task } from './task.entity';
import { Tasks } from './tasks.service';

const job = 'ask-to-change-who-is-booked';
const actor = { kind: 'job', job } as const;

/**
 * Whoever was booked before the pair was lowered stays booked until a person has looked: each appointment ahead is a task of its
 * own. Every handler looks at what is true now, so that events in any order, and twice, come to the same.
 */
@Injectable()
export class BookedNotUnderstood implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    const { events } = this;
    events.subscribe(understandingReviewed, job, ({ bookingId }) => this.followPatient(bookingId));
    // Nobody is confirmed by a lowered pair but on a leg held before, which the review has found already.
    events.subscribe(legsReleased, `${job}-when-released`, ({ bookingId }) => this.follow(bookingId));
    events.subscribe(bookingCancelled, `${job}-when-cancelled`, ({ bookingId }) => this.follow(bookingId));
    events.subscribe(bookingChanged, `${job}-when-it-changed`, ({ bookingId }) => this.follow(bookingId));
  }

  private async followPatient(bookingId: string): Promise<void> {
    const ahead = await this.database.read(actor, async (tx) => {
      const { organisationId, patientId } = await bookingFacts(tx, bookingId);
      return openBookingsOfPatient(tx, organisationId, patientId, this.clock.now());
    });
    for (const { id } of ahead) await this.follow(id);
  }

  private follow(bookingId: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      // Held before looking, so that of two handlers at once the later one sees what the earlier one did.
      await lockPlan(tx, bookingId);
      await this.bring(tx, bookingId);
    });
  }

  private async bring(tx: Tx, bookingId: string): Promise<void> {
    const { organisationId, patientId, varietyName, startsAt } = await bookingFacts(tx, bookingId);
    const [lowered] = startsAt > this.clock.now() ? await bookedThoughLowered(tx, bookingId) : [];
    const about = { organisationId, bookingId, kind: 'booked-not-understood' as const };
    if (!lowered) return this.tasks.closeOfBooking(tx, about);
    // Whatever review it came from, one such task at a time is enough for an appointment.
    if (await tx.existsBy(Task, { ...about, state: 'open' })) return;
    const { reviewId, interpreterName, variety } = lowered;
    const what = variety === null ? interpreterName : variety;
    await this.tasks.add(tx, {
      ...about,
      cause: `lowered:${reviewId}:${bookingId}`,
      patientId,
      sentence: `They did not understand ${what} in an earlier appointment, and ${interpreterName} is booked for this one. Cancel and book another interpreter of ${varietyName}.`,
      startsAt,
    });
  }
}
