import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  bookingChanged, bookingConfirmed, type BookingFacts, bookingFacts, type Changeable, offersOfBooking, type ReopenedBecause, slotReopened,
} from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import { Database, Events, type Tx } from '@dragoman/platform';
import { lastAgreed, untoldChanges, wasToldWho } from './changed-news.queries';
import type { NewsKind } from './intent.entity';
import { confirmedBefore, lockPlan, wasTold } from './intent.queries';
import { Plans } from './plans.service';

/** What a patient has to know of, because it stood in what they were told. */
const told: readonly Changeable[] = ['when', 'where', 'room', 'modality'];

const kindOf = (isMoved: boolean): NewsKind => (isMoved ? 'moved' : 'changed');

/**
 * What was told and is not so any more: another time or place, another interpreter, none. Nothing of before is said any more, on
 * any channel; what is new is said once for each version, by a text that somebody approved or by a person.
 */
@Injectable()
export class ChangedNews implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly plans: Plans,
  ) {}

  onModuleInit(): void {
    const { events } = this;
    events.subscribe(bookingChanged, 'say-what-changed', ({ bookingId, what }) => this.as('say-what-changed', (tx) => this.changed(tx, bookingId, what)));
    events.subscribe(slotReopened, 'say-that-nobody-comes', ({ bookingId, why }) =>
      this.as('say-that-nobody-comes', (tx) => this.reopened(tx, bookingId, why)),
    );
    events.subscribe(bookingConfirmed, 'say-who-comes-now', ({ bookingId }) => this.as('say-who-comes-now', (tx) => this.confirmed(tx, bookingId)));
  }

  private as(job: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.database.transaction({ kind: 'job', job }, work);
  }

  private async changed(tx: Tx, bookingId: string, what: readonly Changeable[]): Promise<void> {
    const booking = await this.lookAgain(tx, bookingId);
    if (booking.state === 'confirmed' && !what.includes('when')) await confirmedBefore(tx, booking, this.clock.now());
    if (!this.isAhead(booking) || !what.some((each) => told.includes(each)) || !(await wasTold(tx, booking))) return;
    const before = await untoldChanges(tx, booking);
    await this.plans.tellPatient(tx, bookingId, kindOf(what.includes('when') || before.includes('moved')));
  }

  private async reopened(tx: Tx, bookingId: string, why: ReopenedBecause): Promise<void> {
    const booking = await this.lookAgain(tx, bookingId);
    // What was agreed anew is told as that, and who comes then when somebody does.
    const isLost = why !== 'changed' && why !== 'replaced' && booking.state !== 'confirmed';
    if (isLost && this.isAhead(booking) && (await wasToldWho(tx, booking))) await this.plans.tellPatient(tx, bookingId, 'interpreter-lost');
  }

  private async confirmed(tx: Tx, bookingId: string): Promise<void> {
    const booking = await this.lookAgain(tx, bookingId);
    if (booking.state !== 'confirmed' || !this.isAhead(booking) || !(await wasTold(tx, booking))) return;
    const untold = await untoldChanges(tx, booking);
    if (untold.length > 0) return this.plans.tellPatient(tx, bookingId, kindOf(untold.includes('moved')));
    const before = await lastAgreed(tx, booking);
    const now = (await offersOfBooking(tx, bookingId)).filter(({ state }) => state === 'accepted').map(({ interpreterId }) => interpreterId);
    const isNew = before.wasLost || [...now].sort().join() !== [...before.interpreterIds].sort().join();
    if (isNew && (await wasToldWho(tx, booking))) await this.plans.tellPatient(tx, bookingId, 'interpreter-changed');
  }

  /** What was planned or waits is brought in line first, so that nothing of before is said beside the news. */
  private async lookAgain(tx: Tx, bookingId: string): Promise<BookingFacts> {
    await this.plans.recompute(tx, bookingId);
    await lockPlan(tx, bookingId);
    return bookingFacts(tx, bookingId);
  }

  private isAhead({ state, startsAt }: BookingFacts): boolean {
    return ['requested', 'offering', 'confirmed'].includes(state) && startsAt > this.clock.now();
  }
}
