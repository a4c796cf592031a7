import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import { supportersChanged } from '@dragoman/patients';
import { Database, Events } from '@dragoman/platform';
import { In } from 'typeorm';
import { Intent } from './intent.entity';
import { ReminderNeighbours } from './reminder.neighbours';
import { intentsWaitingForRemoved } from './supporter.queries';

const job = 'withdraw-from-supporters';

interface Changed {
  organisationId: string;
  patientId: string;
}

/** Whoever was removed gets nothing that still waits for them, and nobody is told; it is said another way instead. */
@Injectable()
export class SupportersChanged implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly near: ReminderNeighbours,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(supportersChanged, job, (changed) => this.withdraw(changed));
  }

  private async withdraw(changed: Changed): Promise<void> {
    await this.database.transaction({ kind: 'job', job }, async (tx) => {
      const intentIds = await intentsWaitingForRemoved(tx, changed);
      if (intentIds.length === 0) return;
      await this.near.messages.withdraw(tx, intentIds);
      const dueAt = this.clock.now();
      await tx.update(Intent, { id: In(intentIds), state: 'queued' }, { state: 'planned', dueAt, settledAt: null });
    });
  }
}
