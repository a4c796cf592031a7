import { Injectable } from '@nestjs/common';
import { Clock, Conflict, NotFound } from '@dragoman/kernel';
import { type ClinicianActor, Database, Events, type InterpreterActor, type StaffActor, type Tx } from '@dragoman/platform';
import type { Booking } from './booking.entity';
import { understandingSaid } from './booking.events';
import { lockBooking, lockBookingAndLowered } from './booking.locks';
import { BookingRecord } from './booking-record.service';
import { Offer } from './offer.entity';
import { Reviews } from './reviews.service';
import { Understanding, type UnderstandingAskedWay } from './understanding.entity';

const tookPlace = ['confirmed', 'in-progress', 'completed'];

/** After a session: whether they understood each other. */
@Injectable()
export class Understandings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly record: BookingRecord,
    private readonly reviews: Reviews,
  ) {}

  /**
   * What the patient answered when they were asked. Said twice it is said once; corrected within a day.
   * @throws Conflict `session-not-over`, `nobody-interpreted`, `understanding-settled`.
   */
  async patientSaid(actor: StaffActor, bookingId: string, said: { understood: boolean; askedHow: UnderstandingAskedWay }): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const booking = await lockBookingAndLowered(tx, bookingId);
      const { interpreterId } = this.assertOver(booking);
      const word = { ...said, side: 'patient' as const, interpreterId, askedBy: actor.accountId };
      if (!(await this.keep(tx, booking, word))) return;
      // In this transaction too, so that not even the next click finds the pair.
      await this.reviews.follow(tx, booking);
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

  /** Behind the link to this booking, about whoever interpreted, as soon as it began: they decide when it is over. @throws Conflict as `patientSaid`. */
  async clinicianSaid(actor: ClinicianActor, understood: boolean): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const booking = await lockBooking(tx, actor.bookingId);
      const { interpreterId } = this.assertOver(booking, booking.startsAt);
      await this.keep(tx, booking, { understood, side: 'clinician', interpreterId, askedHow: null, askedBy: null });
    });
  }

  private assertOver(booking: Booking, from = booking.endsAt): { interpreterId: string } {
    const { interpreterId, state } = booking;
    if (interpreterId === null || !tookPlace.includes(state))
      throw new Conflict('nobody-interpreted', 'Nobody interpreted this appointment, so there is nothing to ask.');
    if (from > this.clock.now() && state !== 'completed')
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
}
