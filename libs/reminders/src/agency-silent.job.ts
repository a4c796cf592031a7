import { Injectable, type OnModuleInit } from '@nestjs/common';
import { agencyFailed } from '@dragoman/agencies';
import { bookingFacts } from '@dragoman/bookings';
import { Database, Events } from '@dragoman/platform';
import { Tasks } from './tasks.service';

const job = 'ask-person-after-agency';

const sentences = {
  declined: 'The agency cannot send anybody. Find somebody another way.',
  silent: 'The agency did not answer in time. Call it, or find somebody another way.',
  unreached: 'Our mail to the agency did not arrive. Call it, and check its address in Settings.',
} as const;

/** An agency will send nobody: a person goes on looking, unless somebody is booked by now. */
@Injectable()
export class AgencySilent implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(agencyFailed, job, ({ organisationId, bookingId, requestId, why }) =>
      this.database.transaction({ kind: 'job', job }, async (tx) => {
        const { state, startsAt } = await bookingFacts(tx, bookingId);
        if (state !== 'requested' && state !== 'offering') return;
        await this.tasks.add(tx, {
          organisationId,
          cause: `agency:${requestId}:${why}`,
          kind: 'agency-silent',
          bookingId,
          patientId: null,
          sentence: sentences[why],
          startsAt,
        });
      }),
    );
  }
}
