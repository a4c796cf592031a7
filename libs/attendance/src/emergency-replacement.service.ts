import { Injectable } from '@nestjs/common';
import { type Booking, bookingFacts, EmergencyAsking, type FreeNow, lostInterpreters, type Modality, Progress, Replacement } from '@dragoman/bookings';
import { Conflict } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { Database, type StaffActor, type Tx } from '@dragoman/platform';
import { Attendance } from './attendance.service';

/** `absent`: they did not come, and are marked so. `lost`: they cannot come, or cannot go on, or are the wrong one. */
export type WhyLost = 'absent' | 'lost';

export interface FreeBy {
  modality: Modality;
  free: FreeNow[];
}

/** Whoever is booked is not there, and somebody else is needed within the hour: one step. */
@Injectable()
export class EmergencyReplacement {
  constructor(
    private readonly database: Database,
    private readonly organisations: Organisations,
    private readonly progress: Progress,
    private readonly attendance: Attendance,
    private readonly replacement: Replacement,
    private readonly asking: EmergencyAsking,
  ) {}

  /** By each way that the organisation allows, in its order. @throws NotFound `booking-not-found`. */
  whoIsFree(actor: StaffActor, bookingId: string): Promise<FreeBy[]> {
    return this.database.read(actor, async (tx) => {
      const booking = await bookingFacts(tx, bookingId);
      const { emergencyBy } = (await this.organisations.get(tx, booking.organisationId)).policy.attendance;
      const lost = [...(await lostInterpreters(tx, bookingId)), ...(booking.interpreterId === null ? [] : [booking.interpreterId])];
      const ways: FreeBy[] = [];
      for (const modality of emergencyBy) ways.push({ modality, free: await this.asking.whoCan(tx, booking, modality, lost) });
      return ways;
    });
  }

  /**
   * Marks whoever is absent, frees them, and asks everybody at once who can be there in time by this way. Pressed again it asks those
   * who were not asked yet, also by another way. @returns how many were asked.
   * @throws Conflict as `Attendance.clinicSays` where somebody is marked absent; `too-late-to-replace`, `relay-under-way`, `booking-state`.
   */
  async replace(actor: StaffActor, bookingId: string, { why, modality }: { why: WhyLost; modality: Modality }): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      const booking = await this.progress.hold(tx, bookingId);
      this.attendance.assertNotOver(booking);
      await this.lose(tx, booking, why);
      return (await this.asking.askIn(tx, booking, modality, await lostInterpreters(tx, bookingId))).length;
    });
  }

  private async lose(tx: Tx, booking: Booking, why: WhyLost): Promise<void> {
    const { interpreterId } = booking;
    if (booking.secondInterpreterId !== null)
      throw new Conflict('relay-under-way', 'Two interpreters are booked for a relay. Change the booking by hand. Nothing was changed.');
    if (booking.teamIds.length > 0)
      throw new Conflict('several-booked', 'Several interpreters are booked. Book somebody else instead of the one who is missing. Nothing was changed.');
    if (interpreterId === null) return;
    if (why === 'absent') await this.attendance.attest(tx, booking, { kind: 'interpreter-absent', side: 'clinic', at: null, interpreterId });
    else await this.attendance.breakOff(tx, booking, interpreterId);
    await this.replacement.freeIn(tx, booking, interpreterId, why === 'absent' ? 'absent' : 'replaced');
  }
}
