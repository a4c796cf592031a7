import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  bookingCancelled,
  bookingConfirmed,
  type BookingFacts,
  bookingFacts,
  bookingChanged,
  bookingOffered,
  legsReleased,
  offersClosed,
  offersOfBooking,
  openBookingsOfPatient,
  patientAnswered,
} from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import { profileChanged } from '@dragoman/patients';
import { Database, Events, type Tx } from '@dragoman/platform';
import { In } from 'typeorm';
import { answerGiven, cancellationOf } from './booking-news.queries';
import { Intent } from './intent.entity';
import { lockPlan, wasTold } from './intent.queries';
import { Plans } from './plans.service';
import type { TaskKind } from './task.entity';
import { Tasks } from './tasks.service';

/** What is said, planned or handed to a person whenever something happens to a booking. Every handler bears repeating. */
@Injectable()
export class BookingNews implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly plans: Plans,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    const { events } = this;
    events.subscribe(bookingOffered, 'tell-whom-it-is-offered', ({ bookingId, offerIds }) =>
      this.as('tell-whom-it-is-offered', (tx) => this.plans.tell(tx, bookingId, 'offer', offerIds)),
    );
    events.subscribe(offersClosed, 'tell-who-lost', ({ bookingId, offerIds }) =>
      this.as('tell-who-lost', (tx) => this.tellLosers(tx, bookingId, offerIds)),
    );
    events.subscribe(legsReleased, 'tell-who-waited-in-vain', ({ bookingId, offerIds }) =>
      this.as('tell-who-waited-in-vain', (tx) => this.plans.tell(tx, bookingId, 'leg-released', offerIds)),
    );
    events.subscribe(bookingConfirmed, 'plan-reminders', ({ bookingId }) =>
      this.as('plan-reminders', (tx) => this.confirmed(tx, bookingId)),
    );
    events.subscribe(bookingCancelled, 'stop-reminders', ({ bookingId }) =>
      this.as('stop-reminders', (tx) => this.cancelled(tx, bookingId)),
    );
    events.subscribe(bookingChanged, 'say-anew-who-can-be-released', ({ bookingId }) =>
      this.as('say-anew-who-can-be-released', (tx) => this.sayAnewWhoIsBooked(tx, bookingId)),
    );
    events.subscribe(patientAnswered, 'act-on-answer', ({ bookingId, answer }) =>
      this.as('act-on-answer', (tx) => this.answered(tx, bookingId, answer)),
    );
    events.subscribe(profileChanged, 'replan-for-patient', (changed) => this.replan(changed));
  }

  private as(job: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.database.transaction({ kind: 'job', job }, work);
  }

  private async confirmed(tx: Tx, bookingId: string): Promise<void> {
    await this.plans.recompute(tx, bookingId);
    await this.tellBooked(tx, bookingId, 'job-confirmed');
    await this.sayAnewWhoIsBooked(tx, bookingId);
  }

  private async cancelled(tx: Tx, bookingId: string): Promise<void> {
    await this.plans.recompute(tx, bookingId);
    const cancellation = await cancellationOf(tx, bookingId);
    if (!cancellation) return;
    const booking = await bookingFacts(tx, bookingId);
    await this.tasks.overtake(tx, booking, { causes: 'every', before: cancellation.at });
    await this.tellBooked(tx, bookingId, 'job-cancelled');
    if (cancellation.by === 'patient' || !(await wasTold(tx, { id: bookingId, version: Infinity }))) return;
    await this.plans.tellPatient(tx, bookingId, 'cancelled');
  }

  private async answered(tx: Tx, bookingId: string, answer: string): Promise<void> {
    await lockPlan(tx, bookingId);
    const given = await answerGiven(tx, bookingId);
    // A newer answer has its own event; this one no longer counts.
    if (given === null || given.answer !== answer) return;
    const booking = await bookingFacts(tx, bookingId);
    await this.tasks.overtake(tx, booking, { causes: 'answer', before: given.at });
    await this.plans.recompute(tx, bookingId);
    const asks = tasksOfAnswers[answer];
    if (!asks || !['requested', 'offering', 'confirmed'].includes(booking.state)) return;
    await this.tasks.add(tx, {
      organisationId: booking.organisationId,
      cause: causeOf(bookingId, given),
      kind: asks.kind,
      bookingId,
      patientId: booking.patientId,
      sentence: asks.sentence(booking),
      startsAt: booking.startsAt,
    });
  }

  private async sayAnewWhoIsBooked(tx: Tx, bookingId: string): Promise<void> {
    await lockPlan(tx, bookingId);
    const given = await answerGiven(tx, bookingId);
    const asks = given && tasksOfAnswers[given.answer];
    if (!asks) return;
    const booking = await bookingFacts(tx, bookingId);
    await this.tasks.reword(tx, booking.organisationId, causeOf(bookingId, given), asks.sentence(booking));
  }

  /** Whoever was never sent the offer is not told that it is closed. */
  private async tellLosers(tx: Tx, bookingId: string, offerIds: readonly string[]): Promise<void> {
    await lockPlan(tx, bookingId);
    const offered = { bookingId, kind: 'offer' as const, offerId: In([...offerIds]) };
    await tx.update(Intent, { ...offered, state: 'planned' }, { state: 'superseded', settledAt: this.clock.now() });
    const sent = await tx.findBy(Intent, { ...offered, state: In(['queued', 'task']) });
    await this.plans.tell(tx, bookingId, 'offer-closed', sent.flatMap(({ offerId }) => (offerId ? [offerId] : [])));
  }

  /** Everybody whose yes stands: both, in a relay. */
  private async tellBooked(tx: Tx, bookingId: string, kind: 'job-confirmed' | 'job-cancelled'): Promise<void> {
    const accepted = (await offersOfBooking(tx, bookingId)).filter(({ state }) => state === 'accepted');
    if (accepted.length > 0) await this.plans.tell(tx, bookingId, kind, accepted.map(({ id }) => id));
  }

  private async replan({ organisationId, patientId }: { organisationId: string; patientId: string }): Promise<void> {
    const job = 'replan-for-patient';
    const bookings = await this.database.read({ kind: 'job', job }, (tx) =>
      openBookingsOfPatient(tx, organisationId, patientId, this.clock.now()),
    );
    for (const { id } of bookings) await this.as(job, (tx) => this.plans.recompute(tx, id));
  }
}

const causeOf = (bookingId: string, { at }: { at: Date }): string => `answer:${bookingId}:${at.toISOString()}`;

/** What a person has to do about an answer; nothing where the patient is coming. */
const tasksOfAnswers: Readonly<Partial<Record<string, { kind: TaskKind; sentence: (booking: BookingFacts) => string }>>> = {
  'cannot-come': {
    kind: 'cannot-come',
    sentence: ({ interpreterName }) =>
      `They answered that they cannot come. ${interpreterName ? `${interpreterName} is still booked and can be released.` : 'Nobody is booked yet.'}`,
  },
  'call-me': { kind: 'call-patient', sentence: () => 'They asked to be called. Call with an interpreter.' },
};
