import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { offerFacts, Progress, Replacement } from '@dragoman/bookings';
import { Clock, newId, NotFound } from '@dragoman/kernel';
import { Database, Events, type InterpreterActor, type StaffActor } from '@dragoman/platform';
import { IsNull } from 'typeorm';
import { concernRaised } from './attendance.events';
import { Concern, type ConcernCode } from './concern.entity';

export interface SaidConcern {
  code: ConcernCode;
  words: string | null;
  stays: boolean;
}

export type RaisedConcern = Pick<Concern, 'id' | 'code' | 'words' | 'stays' | 'raisedAt'> & { interpreterName: string };

/** An interpreter is worried about a job. It is not held against them, and whoever cannot go on is free at once. */
@Injectable()
export class Concerns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly progress: Progress,
    private readonly replacement: Replacement,
  ) {}

  /** The same again is said once. @throws NotFound `offer-not-found`; Conflict `not-booked`, `booking-state`. */
  async raise(actor: InterpreterActor, offerId: string, said: SaidConcern): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const { bookingId, state, organisationId } = await offerFacts(tx, offerId);
      if (state !== 'accepted') throw new NotFound('offer-not-found', 'You are not booked for this job.');
      const booking = await this.progress.hold(tx, bookingId);
      const { interpreterId } = actor;
      const { code, words, stays } = said;
      if (await tx.existsBy(Concern, { bookingId, interpreterId, code, stays, words: words ?? IsNull() })) return;
      const id = newId();
      await tx.insert(Concern, { id, bookingId, organisationId, interpreterId, code, words, stays, raisedAt: this.clock.now() });
      // What it is about stays off the timeline: everybody reads that, and the words are for a coordinator.
      await this.progress.note(tx, booking, { what: 'concern', side: 'interpreter', interpreterId });
      await this.audit.record(tx, { action: 'concern.raised', subject: { kind: 'booking', id: bookingId }, organisationId, details: { code, stays } });
      if (!stays && booking.state === 'confirmed') await this.replacement.freeIn(tx, booking, interpreterId, 'concern');
      this.events.publish(tx, concernRaised({ organisationId, bookingId, concernId: id, stays }));
    });
  }

  /** Newest first, with the words: for coordinators. */
  ofBooking(actor: StaffActor, bookingId: string): Promise<RaisedConcern[]> {
    return this.database.read(actor, (tx) =>
      tx.query<RaisedConcern[]>(
        `select c.id, i.display_name as "interpreterName", c.code, c.words, c.stays, c.raised_at as "raisedAt"
           from attendance.concerns c join interpreters.interpreters i on i.id = c.interpreter_id
          where c.booking_id = $1 order by c.raised_at desc, c.id`,
        [bookingId],
      ),
    );
  }
}
