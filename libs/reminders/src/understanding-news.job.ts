import { Injectable, type OnModuleInit } from '@nestjs/common';
import { afterSession, bookedByOtherVariety, bookingFacts, bookingChanged, consentWithdrawn, understandingReviewed } from '@dragoman/bookings';
import { Database, Events, type Tx } from '@dragoman/platform';
import { lockPlan } from './intent.queries';
import { Tasks } from './tasks.service';

/** What a person must do because consent ended, or because they did not understand each other. Every handler bears repeating. */
@Injectable()
export class UnderstandingNews implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(consentWithdrawn, 'ask-what-becomes-of-it', ({ bookingId, consentId }) =>
      this.as('ask-what-becomes-of-it', (tx) => this.withdrawn(tx, bookingId, consentId)),
    );
    this.events.subscribe(bookingChanged, 'take-back-what-became-of-it', ({ bookingId }) =>
      this.as('take-back-what-became-of-it', (tx) => this.freed(tx, bookingId)),
    );
    this.events.subscribe(understandingReviewed, 'hand-over-review', ({ bookingId, reviewId, state }) =>
      this.as('hand-over-review', (tx) => (state === 'open' ? this.review(tx, bookingId, reviewId) : this.reviewed(tx, bookingId, reviewId))),
    );
  }

  private as(job: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.database.transaction({ kind: 'job', job }, work);
  }

  private async withdrawn(tx: Tx, bookingId: string, consentId: string): Promise<void> {
    // Of a withdrawal and a change of language at once, the later handler sees what the earlier one did.
    await lockPlan(tx, bookingId);
    const booking = await bookingFacts(tx, bookingId);
    const variety = await bookedByOtherVariety(tx, bookingId);
    if (booking.state !== 'confirmed' || variety === null) return;
    await this.tasks.add(tx, {
      organisationId: booking.organisationId,
      cause: `consent:${consentId}`,
      kind: 'consent-withdrawn',
      bookingId,
      patientId: booking.patientId,
      sentence: `They no longer agree to ${variety}, and ${booking.interpreterName ?? 'the interpreter'} is booked in it. Cancel and book an interpreter of ${booking.varietyName}.`,
      startsAt: booking.startsAt,
    });
  }

  /** Nobody is booked in the variety that they no longer agree to. */
  private async freed(tx: Tx, bookingId: string): Promise<void> {
    await lockPlan(tx, bookingId);
    const { organisationId } = await bookingFacts(tx, bookingId);
    if ((await bookedByOtherVariety(tx, bookingId)) === null)
      await this.tasks.closeOfBooking(tx, { organisationId, bookingId, kind: 'consent-withdrawn' });
  }

  /** Closed by the time this runs, there is nothing left to do. */
  private async review(tx: Tx, bookingId: string, reviewId: string): Promise<void> {
    // Of two answers at once, the later handler counts both.
    await lockPlan(tx, bookingId);
    const booking = await bookingFacts(tx, bookingId);
    const { reviews } = await afterSession(tx, booking);
    const review = reviews.find(({ id }) => id === reviewId);
    if (!review || review.outcome !== null) return;
    const sessions = new Set(review.grounds.map(({ bookingId: session }) => session)).size;
    const after = sessions > 1 ? ` after ${sessions} sessions` : '';
    const next = review.interpreterId === null ? '' : ' Check which dialect the patient speaks.';
    const cause = `review:${reviewId}`;
    const sentence = `They did not understand each other${after}. ${review.about} is not for this patient until a coordinator closes the review.${next}`;
    await this.tasks.add(tx, {
      organisationId: booking.organisationId,
      cause,
      kind: 'understanding-review',
      bookingId,
      patientId: booking.patientId,
      sentence,
      startsAt: null,
    });
    // Another session's answer may have joined it, or left it.
    await this.tasks.reword(tx, booking.organisationId, cause, sentence);
  }

  private async reviewed(tx: Tx, bookingId: string, reviewId: string): Promise<void> {
    const { organisationId } = await bookingFacts(tx, bookingId);
    await this.tasks.finishCause(tx, organisationId, `review:${reviewId}`);
  }
}
