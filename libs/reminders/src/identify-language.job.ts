import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Patients, profileChanged } from '@dragoman/patients';
import { Database, Events } from '@dragoman/platform';
import { Tasks } from './tasks.service';

const job = 'identify-language';
const actor = { kind: 'job', job } as const;

/** Somebody whose language nobody knows is a task until it is found: one for each time that it became unknown. */
@Injectable()
export class IdentifyLanguage implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly patients: Patients,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(profileChanged, job, (changed) => this.follow(changed));
  }

  /** Looks at the profile as it is now, so that events in any order, and twice, come to the same. */
  private async follow({ organisationId, patientId }: { organisationId: string; patientId: string }): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const { profile } = await this.patients.get(tx, patientId);
      if (!profile.unidentified) return this.tasks.close(tx, { organisationId, patientId, kind: 'identify-language' });
      await this.tasks.add(tx, {
        organisationId,
        cause: `unidentified:${patientId}:${profile.unidentified.since.toISOString()}`,
        kind: 'identify-language',
        bookingId: null,
        patientId,
        sentence: 'Nobody knows yet which language they speak, so nobody can be booked. Find it together: let them point, or ask an interpreter by phone.',
        startsAt: null,
      });
    });
  }
}
