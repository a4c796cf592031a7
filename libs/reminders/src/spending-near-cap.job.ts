import { Injectable, type OnModuleInit } from '@nestjs/common';
import { spendingNearCap } from '@dragoman/messaging';
import { Database, Events } from '@dragoman/platform';
import { Tasks } from './tasks.service';

const job = 'warn-of-spending';

/** What text messages and calls may cost is nearly spent: once a month somebody is asked to look while there is time. */
@Injectable()
export class SpendingNearCap implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(spendingNearCap, job, ({ organisationId, month, spent, cap, currency }) =>
      this.database.transaction({ kind: 'job', job }, (tx) =>
        this.tasks.add(tx, {
          organisationId,
          cause: `spending:${month}`,
          kind: 'spending-near-cap',
          bookingId: null,
          patientId: null,
          sentence:
            `Text messages and calls have cost ${spent.toFixed(2)} of the ${cap.toFixed(2)} ${currency} that they may cost this month. ` +
            'Once it is spent, people are told by email or by a person. An administrator can raise it in Settings.',
          startsAt: null,
        }),
      ),
    );
  }
}
