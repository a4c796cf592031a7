import { Injectable, type OnModuleInit } from '@nestjs/common';
import { bookingChanged, bookingConfirmed, bookingFacts } from '@dragoman/bookings';
import { ladderCameToRebook } from '@dragoman/ladders';
import { Database, Events, type Tx } from '@dragoman/platform';
import { Tasks } from './tasks.service';

/** Where every way was tried, somebody agrees another day with the patient; nothing is moved by itself. */
@Injectable()
export class LadderNews implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(ladderCameToRebook, 'ask-for-another-day', ({ organisationId, bookingId, version, sentence }) =>
      this.as('ask-for-another-day', async (tx) => {
        const { patientId, startsAt } = await bookingFacts(tx, bookingId);
        await this.tasks.add(tx, {
          organisationId,
          cause: `rebook:${bookingId}:${version}`,
          kind: 'rebook',
          bookingId,
          patientId,
          sentence: `Nobody was found for this time. ${sentence} Call with an interpreter and agree another time.`,
          startsAt,
        });
      }),
    );
    this.events.subscribe(bookingConfirmed, 'no-other-day-for-the-filled', (about) => this.close(about));
    this.events.subscribe(bookingChanged, 'no-other-day-for-the-moved', async (changed) => {
      if (changed.what.includes('when')) await this.close(changed);
    });
  }

  private close({ organisationId, bookingId }: { organisationId: string; bookingId: string }): Promise<void> {
    return this.as('close-rebook', (tx) => this.tasks.closeOfBooking(tx, { organisationId, bookingId, kind: 'rebook' }));
  }

  private as(job: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.database.transaction({ kind: 'job', job }, work);
  }
}
