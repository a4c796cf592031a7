import { Injectable } from '@nestjs/common';
import { type Booking, NotMet, Progress } from '@dragoman/bookings';
import { Conflict } from '@dragoman/kernel';
import { Database, type StaffActor, type Tx } from '@dragoman/platform';
import { Attendance } from './attendance.service';
import { marksOf, standingOf } from './mark.queries';

/** The interpreter did not come, and nobody else does: the appointment ends there. */
@Injectable()
export class Absence {
  constructor(
    private readonly database: Database,
    private readonly progress: Progress,
    private readonly attendance: Attendance,
    private readonly notMet: NotMet,
  ) {}

  /**
   * Marks whoever is booked as absent, or rests on the mark of whoever was replaced in vain, and ends it. Twice is once.
   * @throws Conflict as `Attendance.clinicSays`; `relay-under-way`, `several-booked`, `nobody-absent`, `booking-state`; NotFound `booking-not-found`.
   */
  async end(actor: StaffActor, bookingId: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const booking = await this.progress.hold(tx, bookingId);
      if (booking.state === 'interpreter-absent') return;
      if (booking.secondInterpreterId !== null)
        throw new Conflict('relay-under-way', 'Two interpreters are booked for a relay. Cancel it, and write who did not come. Nothing was changed.');
      if (booking.teamIds.length > 0)
        throw new Conflict('several-booked', 'Several interpreters are booked. Cancel it, and write who did not come. Nothing was changed.');
      await this.markAbsent(tx, booking);
      await this.notMet.endIn(tx, booking);
    });
  }

  private async markAbsent(tx: Tx, booking: Booking): Promise<void> {
    const { id, interpreterId } = booking;
    if (interpreterId !== null)
      return void (await this.attendance.attest(tx, booking, { kind: 'interpreter-absent', side: 'clinic', at: null, interpreterId }));
    if (!standingOf(await marksOf(tx, id)).some(({ kind }) => kind === 'interpreter-absent'))
      throw new Conflict('nobody-absent', 'Nobody was booked who did not come. Cancel the booking, or find somebody. Nothing was changed.');
  }
}
