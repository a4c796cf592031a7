import { Injectable } from '@nestjs/common';
import { Patients, profileChanged } from '@dragoman/patients';
import { Database, Events, type Tx } from '@dragoman/platform';
import { In } from 'typeorm';
import { Booking } from './booking.entity';
import { lockBooking } from './booking.locks';
import { wishesFrom } from './booking.wishes';
import { Filling } from './filling.service';
import { Offer } from './offer.entity';
import { Offering } from './offering.service';
import { slotsInUse } from './slot.queries';
import { copyWishes, wishesOfBooking } from './wish.queries';

const job = { kind: 'job', job: 'refresh-wishes-of-bookings' } as const;

/** Bookings carry the patient's wishes, so that acceptance can judge them; a changed wish must reach them before an acceptance does. */
@Injectable()
export class RefreshWishes {
  constructor(
    private readonly database: Database,
    private readonly patients: Patients,
    private readonly offering: Offering,
    private readonly filling: Filling,
    events: Events,
  ) {
    events.subscribe(profileChanged, 'refresh-wishes-of-bookings', ({ organisationId, patientId }) =>
      this.refresh(organisationId, patientId),
    );
  }

  /** Leans on `bookings_of_a_patient`; a job sees every organisation, so no policy adds the first column. */
  private async refresh(organisationId: string, patientId: string): Promise<void> {
    const open = await this.database.read(job, (tx) =>
      tx.find(Booking, { select: { id: true }, where: { organisationId, patientId, state: In(['requested', 'offering']) } }),
    );
    for (const { id } of open) await this.database.transaction(job, (tx) => this.refreshOne(tx, id));
  }

  private async refreshOne(tx: Tx, bookingId: string): Promise<void> {
    const booking = await lockBooking(tx, bookingId);
    if (booking.state !== 'requested' && booking.state !== 'offering') return;
    const { profile } = await this.patients.get(tx, booking.patientId);
    await tx.update(Booking, { id: bookingId }, keepingOwnWish(booking, wishesFrom(profile)));
    copyWishes(tx, booking);
    await this.takeBack(tx, booking);
  }

  /** Whom the patient refuses need not answer any more, and holds no leg. They hear only that it is not needed. */
  private async takeBack(tx: Tx, booking: Booking): Promise<void> {
    const { refused } = await wishesOfBooking(tx, booking.id);
    if (refused.length === 0) return;
    const asked = await tx.findBy(Offer, { bookingId: booking.id, interpreterId: In([...refused]), state: 'open' });
    await this.offering.end(tx, booking, asked, 'withdrawn');
    const slots = await slotsInUse(tx, booking);
    await this.filling.letGo(tx, booking, slots.filter(({ interpreterId }) => refused.includes(interpreterId ?? '')));
  }
}

type Wishes = ReturnType<typeof wishesFrom>;

/** What was said about a woman or a man for this appointment stays, unless the profile requires something: the stricter word holds. */
const keepingOwnWish = ({ ownGenderWish, requiredGender, preferredGender }: Booking, wishes: Wishes): Wishes =>
  ownGenderWish && wishes.requiredGender === null ? { ...wishes, requiredGender, preferredGender } : wishes;
