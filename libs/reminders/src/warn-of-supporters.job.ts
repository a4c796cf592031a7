import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, plusMinutes, wallClock } from '@dragoman/kernel';
import { supportersChanged } from '@dragoman/patients';
import { Database, Events, Sweeps } from '@dragoman/platform';
import { SUPPORTER_WARNING_DAYS, supporterSentence } from './asking.policy';
import { consentsEnding } from './asking.queries';
import { longDay } from './credential-warning.policy';
import { Tasks } from './tasks.service';

const HOUR_MS = 3_600_000;
const WARNING_MINUTES = SUPPORTER_WARNING_DAYS * 24 * 60;
const actor = { kind: 'job', job: 'warn-of-supporters' } as const;

/** Thirty days before a consent to tell a supporter ends, one task to ask the patient again. It names no supporter. */
@Injectable()
export class WarnOfSupporters implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tasks: Tasks,
    private readonly events: Events,
    private readonly sweeps: Sweeps,
  ) {}

  onModuleInit(): void {
    this.sweeps.every(actor.job, HOUR_MS, () => this.sweep());
    this.events.subscribe(supportersChanged, 'close-supporter-warnings', ({ organisationId, patientId }) => this.sweep({ organisationId, patientId }));
  }

  /** @param of only this patient's; left out: everybody's */
  async sweep(of?: { organisationId: string; patientId: string }): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const now = this.clock.now();
      const ending = await consentsEnding(tx, plusMinutes(now, WARNING_MINUTES), of);
      const standing = ending.map(({ id, organisationId, patientId, expiresAt, zone }) => ({
        organisationId,
        cause: `supporter-expires:${id}`,
        kind: 'supporter-expiring' as const,
        bookingId: null,
        patientId,
        sentence: supporterSentence(longDay(wallClock(expiresAt, zone).date)),
        startsAt: null,
        dueAt: expiresAt < now ? now : expiresAt,
      }));
      await this.tasks.bringKind(tx, { kind: 'supporter-expiring', of }, standing);
    });
  }
}
