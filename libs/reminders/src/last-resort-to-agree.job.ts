import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  bookingCancelled, bookingConfirmed, bookingFacts, bookingChanged, consentChanged, lastResortsToAgreeTo,
} from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import { Database, Events, type Tx } from '@dragoman/platform';
import { lockPlan } from './intent.queries';
import { Tasks } from './tasks.service';

const job = 'ask-a-coordinator-to-agree';
const kind = 'agree-last-resort' as const;

/**
 * Until a second person has agreed nobody is asked, so the list says that somebody waits. Every handler looks at what is true
 * now, so that events in any order, and twice, come to the same.
 */
@Injectable()
export class LastResortToAgree implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    const { events } = this;
    events.subscribe(consentChanged, job, ({ bookingId }) => this.follow(bookingId));
    events.subscribe(bookingConfirmed, `${job}-when-confirmed`, ({ bookingId }) => this.follow(bookingId));
    events.subscribe(bookingCancelled, `${job}-when-cancelled`, ({ bookingId }) => this.follow(bookingId));
    events.subscribe(bookingChanged, `${job}-when-it-changed`, ({ bookingId }) => this.follow(bookingId));
  }

  private follow(bookingId: string): Promise<void> {
    return this.database.transaction({ kind: 'job', job }, async (tx) => {
      // Held before looking, so that of two handlers at once the later one sees what the earlier one did.
      await lockPlan(tx, bookingId);
      await this.bring(tx, bookingId);
    });
  }

  private async bring(tx: Tx, bookingId: string): Promise<void> {
    const { organisationId, patientId, varietyName, startsAt } = await bookingFacts(tx, bookingId);
    const waiting = startsAt > this.clock.now() ? await lastResortsToAgreeTo(tx, bookingId) : [];
    const standing = waiting.map(({ consentId, variety }) => ({
      organisationId,
      cause: `last-resort:${consentId}`,
      kind,
      bookingId,
      patientId,
      sentence: `They agreed to ${variety} as a last resort. Nobody is asked until a coordinator agrees too, other than whoever took their word. First choice stays an interpreter of ${varietyName}.`,
      startsAt,
    }));
    await this.tasks.bring(tx, { organisationId, bookingId, causes: 'last-resort' }, standing);
  }
}
