import { Injectable } from '@nestjs/common';
import { afterSession, bookedByOtherVariety, bookingRow, consentsOfBooking, entriesOfBooking, legsOfBooking, offersOfBooking, placesOfBooking, standingCancellation } from '@dragoman/bookings';
import type { BookingDetail } from '@dragoman/contracts';
import { Letters } from '@dragoman/letters';
import { Inbox, Messages } from '@dragoman/messaging';
import { Patients } from '@dragoman/patients';
import { Database, type ReadTx, type StaffActor } from '@dragoman/platform';
import { Reminders, Tasks } from '@dragoman/reminders';
import { searchOfBooking } from '@dragoman/searches';
import { presentBooking } from './booking.presenter';
import { Colleagues } from './colleagues';

/** What was said to and by whom about a booking. */
@Injectable()
export class Correspondence {
  constructor(
    private readonly messages: Messages,
    private readonly inbox: Inbox,
    private readonly letters: Letters,
  ) {}

  async of(tx: ReadTx, { organisationId }: StaffActor, bookingId: string) {
    return {
      messages: await this.messages.ofBooking(tx, bookingId),
      replies: await this.inbox.ofBooking(tx, bookingId),
      letters: await this.letters.ofBooking(tx, { organisationId, id: bookingId }),
    };
  }
}

/** Gathers one booking's screen from the libs that each know a part of it, in one transaction. */
@Injectable()
export class BookingDesk {
  constructor(
    private readonly database: Database,
    private readonly colleagues: Colleagues,
    private readonly patients: Patients,
    private readonly correspondence: Correspondence,
    private readonly reminders: Reminders,
    private readonly tasks: Tasks,
  ) {}

  /** @throws NotFound `booking-not-found`. */
  show(actor: StaffActor, bookingId: string): Promise<BookingDetail> {
    return this.database.read(actor, async (tx) => {
      const booking = await bookingRow(tx, bookingId);
      const patient = await this.patients.get(tx, booking.patientId);
      return presentBooking({
        booking,
        cancellation: await standingCancellation(tx, bookingId),
        reads: patient.profile.languages.find(({ role }) => role === 'reads')?.name ?? null,
        offers: await offersOfBooking(tx, bookingId),
        consents: await consentsOfBooking(tx, bookingId),
        readBack: await bookedByOtherVariety(tx, bookingId),
        search: await searchOfBooking(tx, bookingId),
        after: await afterSession(tx, booking),
        legs: await legsOfBooking(tx, bookingId),
        places: await placesOfBooking(tx, bookingId),
        entries: await entriesOfBooking(tx, bookingId),
        ...(await this.correspondence.of(tx, actor, bookingId)),
        planned: await this.reminders.planned(tx, bookingId),
        tasks: await this.tasks.ofBooking(tx, { organisationId: actor.organisationId, id: bookingId }),
        ...(await this.colleagues.seenBy(tx, actor)),
      });
    });
  }
}
