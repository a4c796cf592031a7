import { Injectable } from '@nestjs/common';
import { type Booking, offerFacts, Progress } from '@dragoman/bookings';
import { Clock, Conflict, newId, NotFound } from '@dragoman/kernel';
import { actorId, Database, Events, type InterpreterActor, type StaffActor, type Tx } from '@dragoman/platform';
import { runningLate } from './attendance.events';
import { Attendance } from './attendance.service';
import { Delay } from './delay.entity';
import { newestDelay } from './delay.queries';

/** The clinic, or the interpreter, is late: said once, heard by everybody whom it concerns. */
@Injectable()
export class Lateness {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly progress: Progress,
    private readonly attendance: Attendance,
  ) {}

  /** Interpreter and patient are told, and the interpreter's next job is looked at. The same minutes again are said once. @throws Conflict `nobody-booked`, `appointment-over`. */
  async clinicIsLate(actor: StaffActor, bookingId: string, minutes: number): Promise<void> {
    await this.database.transaction(actor, async (tx) => this.say(tx, await this.progress.hold(tx, bookingId), { side: 'clinic', minutes, interpreterId: null }));
  }

  /** The desk sees it first. @throws NotFound `offer-not-found`; Conflict as `clinicIsLate`. */
  async interpreterIsLate(actor: InterpreterActor, offerId: string, minutes: number): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const { bookingId, state } = await offerFacts(tx, offerId);
      if (state !== 'accepted') throw new NotFound('offer-not-found', 'You are not booked for this job.');
      await this.say(tx, await this.progress.hold(tx, bookingId), { side: 'interpreter', minutes, interpreterId: actor.interpreterId });
    });
  }

  private async say(tx: Tx, booking: Booking, late: Pick<Delay, 'side' | 'minutes' | 'interpreterId'>): Promise<void> {
    this.attendance.assertNotOver(booking);
    const { id: bookingId, organisationId, interpreterId, secondInterpreterId, teamIds } = booking;
    if (interpreterId === null) throw new Conflict('nobody-booked', 'Nobody is booked for this appointment, so there is nobody to tell. Nothing was saved.');
    const before = await newestDelay(tx, bookingId, late.side);
    if (before?.minutes === late.minutes) return;
    const id = newId();
    const { actor } = tx;
    await tx.insert(Delay, { ...late, id, bookingId, organisationId, saidAt: this.clock.now(), byKind: actor.kind, byId: actorId(actor) });
    await this.progress.note(tx, booking, { what: 'late', side: late.side, minutes: late.minutes, interpreterId: late.interpreterId });
    const interpreterIds = [interpreterId, ...(secondInterpreterId === null ? [] : [secondInterpreterId]), ...teamIds];
    const startsAt = booking.startsAt.toISOString();
    this.events.publish(tx, runningLate({ organisationId, bookingId, delayId: id, side: late.side, minutes: late.minutes, startsAt, interpreterIds }));
  }
}
