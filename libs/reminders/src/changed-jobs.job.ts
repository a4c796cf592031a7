import { Injectable, type OnModuleInit } from '@nestjs/common';
import { bookingChanged, interpreterReplaced, offersOfBooking, slotReopened } from '@dragoman/bookings';
import { Database, Events, type Tx } from '@dragoman/platform';
import { Plans } from './plans.service';

/** Who is freed by somebody else's decision; whoever gave it back, or said that they cannot go on, knows. */
const decidedByClinic = new Set(['changed', 'replaced', 'absent']);

/** Interpreters hear that a job is theirs no more, or what is new about it; what the patient would have been told is planned anew. */
@Injectable()
export class ChangedJobs implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly plans: Plans,
  ) {}

  onModuleInit(): void {
    const { events } = this;
    events.subscribe(slotReopened, 'tell-who-is-free-again', ({ bookingId, offerIds, why }) =>
      this.as('tell-who-is-free-again', async (tx) => {
        await this.plans.recompute(tx, bookingId);
        if (decidedByClinic.has(why)) await this.plans.tell(tx, bookingId, 'job-off', offerIds);
      }),
    );
    events.subscribe(interpreterReplaced, 'tell-who-was-replaced', ({ bookingId, offerIds }) =>
      this.as('tell-who-was-replaced', (tx) => this.plans.tell(tx, bookingId, 'job-off', offerIds)),
    );
    events.subscribe(bookingChanged, 'tell-who-stays-what-is-new', ({ bookingId, what }) =>
      this.as('tell-who-stays-what-is-new', async (tx) => {
        await this.plans.recompute(tx, bookingId);
        if (what.includes('room')) await this.tellBooked(tx, bookingId);
      }),
    );
  }

  private as(job: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.database.transaction({ kind: 'job', job }, work);
  }

  private async tellBooked(tx: Tx, bookingId: string): Promise<void> {
    const accepted = (await offersOfBooking(tx, bookingId)).filter(({ state }) => state === 'accepted');
    await this.plans.tell(tx, bookingId, 'job-updated', accepted.map(({ id }) => id));
  }
}
