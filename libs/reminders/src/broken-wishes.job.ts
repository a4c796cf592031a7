import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  bookingCancelled, bookingConfirmed, type BookingFacts, bookingFacts, bookingChanged, openBookingsOfPatient,
} from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import { profileChanged } from '@dragoman/patients';
import { Database, Events, type Tx } from '@dragoman/platform';
import { brokenWish, refusedAndBooked } from './broken-wishes.queries';
import { lockPlan } from './intent.queries';
import { type NewTask, Tasks } from './tasks.service';

const job = 'ask-whether-a-wish-is-broken';
const actor = { kind: 'job', job } as const;

/**
 * Whoever is booked stays booked until a person has spoken to the patient; only the patient lifts what they require. Every handler
 * looks at what is true now, so that events in any order, and twice, come to the same.
 */
@Injectable()
export class BrokenWishes implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    const { events } = this;
    events.subscribe(profileChanged, job, (changed) => this.followPatient(changed));
    events.subscribe(bookingConfirmed, `${job}-when-confirmed`, ({ bookingId }) => this.follow(bookingId));
    events.subscribe(bookingCancelled, `${job}-when-cancelled`, ({ bookingId }) => this.follow(bookingId));
    events.subscribe(bookingChanged, `${job}-when-it-changed`, ({ bookingId }) => this.follow(bookingId));
  }

  private async followPatient({ organisationId, patientId }: { organisationId: string; patientId: string }): Promise<void> {
    const ahead = await this.database.read(actor, (tx) => openBookingsOfPatient(tx, organisationId, patientId, this.clock.now()));
    for (const { id } of ahead) await this.follow(id);
  }

  private follow(bookingId: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      // Held before looking, so that of two handlers at once the later one sees what the earlier one did.
      await lockPlan(tx, bookingId);
      const booking = await bookingFacts(tx, bookingId);
      const isBooked = booking.state === 'confirmed';
      const about = { organisationId: booking.organisationId, bookingId };
      await this.tasks.bring(tx, { ...about, causes: 'refused' }, isBooked ? await this.refused(tx, booking) : []);
      await this.tasks.bring(tx, { ...about, causes: 'wish' }, isBooked ? await this.ofAnotherGender(tx, booking) : []);
    });
  }

  private async refused(tx: Tx, booking: BookingFacts): Promise<NewTask[]> {
    const refused = await refusedAndBooked(tx, booking.id);
    return refused.map(({ id, name }) => ({
      ...call(booking),
      cause: `refused:${booking.id}:${booking.version}:${id}`,
      sentence: `They do not want ${name}, who is booked. Do not ask why. Call with another interpreter, or cancel and book again.`,
    }));
  }

  private async ofAnotherGender(tx: Tx, booking: BookingFacts): Promise<NewTask[]> {
    const gender = await brokenWish(tx, booking.id);
    if (gender === null) return [];
    const who = booking.interpreterName ?? 'the interpreter';
    return [
      {
        ...call(booking),
        cause: `wish:${booking.id}:${booking.version}:${gender}`,
        sentence: `They now require a ${gender}, and ${who} was booked before they said so. Call with an interpreter, or cancel and book again.`,
      },
    ];
  }
}

const call = ({ organisationId, id, patientId, startsAt }: BookingFacts): Omit<NewTask, 'cause' | 'sentence'> => ({
  organisationId,
  kind: 'call-patient',
  bookingId: id,
  patientId,
  startsAt,
});
