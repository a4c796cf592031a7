import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AfterRefusal, messageFailed, Messages } from '@dragoman/messaging';
import { Database, Events } from '@dragoman/platform';
import { Intent } from './intent.entity';
import { InterpreterMessages } from './interpreter-messages.service';
import { PatientMessages } from './patient-messages.service';

const actor = { kind: 'job', job: 'say-it-elsewhere' } as const;

interface Failure {
  messageId: string;
  intentId: string;
  outcome: 'failed' | 'unknown';
  after: AfterRefusal;
}

/** After a message failed: another safe channel, else a person. Never silence, and never twice on a guess. */
@Injectable()
export class MessageFailed implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly messages: Messages,
    private readonly patients: PatientMessages,
    private readonly interpreters: InterpreterMessages,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(messageFailed, 'say-it-elsewhere', (failure) => this.act(failure));
  }

  private async act({ messageId, intentId, outcome, after }: Failure): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const intent = await tx.findOne(Intent, { where: { id: intentId }, lock: { mode: 'pessimistic_write' } });
      if (intent?.state !== 'queued') return;
      if (intent.recipientKind === 'interpreter') return this.interpreters.noteFailure(tx, intent);
      const attempts = await this.messages.attempts(tx, intentId);
      const failed = attempts.find(({ id }) => id === messageId);
      // Told before: the next attempt is there already.
      if (!failed || failed.id !== attempts.at(-1)?.id) return;
      const failure = failed.failure ?? '';
      if (outcome === 'unknown' || after === 'person') await this.patients.askPerson(tx, intent, failure);
      else await this.patients.sayElsewhere(tx, intent, failure);
    });
  }
}
