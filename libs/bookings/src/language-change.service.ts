import { Injectable } from '@nestjs/common';
import { Clock, Invalid } from '@dragoman/kernel';
import { mayBeInterpretedIn } from '@dragoman/patients';
import { Database, Events, type StaffActor, type Tx } from '@dragoman/platform';
import { In } from 'typeorm';
import { Booking } from './booking.entity';
import { lockBookingAndLowered } from './booking.locks';
import { BookingNeighbours } from './booking.neighbours';
import { BookingRecord } from './booking-record.service';
import { copyStanding } from './consent.taking';
import { Filling } from './filling.service';
import { loweredFor } from './lowered-pair.queries';
import { Offer } from './offer.entity';
import { Offering } from './offering.service';
import { directSlot } from './slot.queries';

/** Nobody who was found for one language keeps the job in another: the search begins again. */
@Injectable()
export class LanguageChange {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly ports: BookingNeighbours,
    private readonly record: BookingRecord,
    private readonly offering: Offering,
    private readonly filling: Filling,
  ) {}

  /**
   * Frees whoever is booked, ends every offer, and asks for a person again; all of them are told. The same language again
   * changes nothing. What the patient agreed to for the old language does not count for the new one.
   * @throws Invalid `not-the-patients-language`; Conflict `appointment-over`, `booking-state`, `relay-under-way`.
   */
  async change(actor: StaffActor, bookingId: string, varietyId: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const booking = await lockBookingAndLowered(tx, bookingId);
      if (booking.varietyId === varietyId) return;
      const now = this.clock.now();
      booking.assertLanguageMayChange(now);
      await this.assertSpoken(tx, booking, varietyId);
      const slot = await directSlot(tx, booking);
      const open = await tx.findBy(Offer, { bookingId, state: 'open' });
      const released = await this.filling.release(tx, booking, [slot]);
      if (released.length > 0) await tx.update(Offer, { id: In(released) }, { state: 'released' });
      const from = booking.varietyId;
      const changed = booking.changeLanguage({ varietyId, ...(await loweredFor(tx, { ...booking, varietyId })) }, released, now);
      await tx.save(booking);
      await this.offering.end(tx, booking, open, 'withdrawn');
      await this.record.write(tx, booking, 'language-changed', { from, to: varietyId, offerIds: released });
      await copyStanding({ tx, ports: this.ports, record: this.record, actor, booking, now });
      this.events.publish(tx, changed);
    });
  }

  private async assertSpoken(tx: Tx, { patientId }: Booking, varietyId: string): Promise<void> {
    const { profile } = await this.ports.patients.get(tx, patientId);
    if (mayBeInterpretedIn(profile, varietyId)) return;
    throw new Invalid(
      'not-the-patients-language',
      'Choose a language that the patient said they speak or sign, and well enough to talk to a doctor.',
      { path: 'varietyId' },
    );
  }
}
