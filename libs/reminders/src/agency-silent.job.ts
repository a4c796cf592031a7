import { Injectable, type OnModuleInit } from '@nestjs/common';
import { agencyFailed } from '@dragoman/agencies';
import { Alerts } from '@dragoman/alerts';
import { bookingFacts } from '@dragoman/bookings';
import { Clock, plusMinutes } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { Database, Events, type Tx } from '@dragoman/platform';
import { Tasks } from './tasks.service';

const job = 'ask-person-after-agency';

const sentences = {
  declined: 'The agency cannot send anybody. Find somebody another way.',
  silent: 'The agency did not answer in time. Call it, or find somebody another way.',
  unreached: 'Our mail to the agency did not arrive. Call it, and check its address in Settings.',
} as const;

/** Said in a text to whoever is on duty. */
const details = {
  declined: 'It says that it cannot.',
  silent: 'It did not answer in time.',
  unreached: 'Our mail did not arrive.',
} as const;

type Failed = Parameters<typeof agencyFailed>[0];

/** An agency will send nobody: a person goes on looking, unless somebody is booked by now; near the appointment whoever is on duty hears of it. */
@Injectable()
export class AgencySilent implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly tasks: Tasks,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
    private readonly alerts: Alerts,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(agencyFailed, job, (failed) => this.database.transaction({ kind: 'job', job }, (tx) => this.failed(tx, failed)));
  }

  private async failed(tx: Tx, { organisationId, bookingId, requestId, why }: Failed): Promise<void> {
    const { state, startsAt } = await bookingFacts(tx, bookingId);
    if (state !== 'requested' && state !== 'offering') return;
    const cause = `agency:${requestId}:${why}`;
    await this.tasks.add(tx, { organisationId, cause, kind: 'agency-silent', bookingId, patientId: null, sentence: sentences[why], startsAt });
    const now = this.clock.now();
    const { unfilledHours } = (await this.organisations.get(tx, organisationId)).policy.alerts;
    if (startsAt <= now || startsAt > plusMinutes(now, unfilledHours * 60)) return;
    await this.alerts.raise(tx, { organisationId, bookingId, kind: 'agency-silent', cause, detail: details[why] });
  }
}
