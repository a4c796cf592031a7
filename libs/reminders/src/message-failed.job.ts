import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AfterRefusal, Inbound, messageFailed, Messages } from '@dragoman/messaging';
import { Database, Events, type Tx } from '@dragoman/platform';
import { Intent } from './intent.entity';
import { InterpreterMessages } from './interpreter-messages.service';
import { PatientMessages } from './patient-messages.service';
import { Tasks } from './tasks.service';

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
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(messageFailed, 'say-it-elsewhere', (failure) => this.act(failure));
  }

  private async act({ messageId, intentId, outcome, after }: Failure): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const intent = await tx.findOne(Intent, { where: { id: intentId }, lock: { mode: 'pessimistic_write' } });
      if (!intent) return this.answerLost(tx, messageId, intentId);
      if (intent.state !== 'queued') return;
      if (intent.recipientKind === 'interpreter') return this.interpreters.noteFailure(tx, intent);
      const attempts = await this.messages.attempts(tx, intentId);
      const failed = attempts.find(({ id }) => id === messageId);
      // Told before: the next attempt is there already.
      if (!failed || failed.id !== attempts.at(-1)?.id) return;
      const failure = failed.failure ?? '';
      if (outcome === 'unknown' || after === 'person') await this.patients.askPerson(tx, intent, failure);
      else if (after === 'later') await this.patients.sayLater(tx, intent, failure);
      else await this.patients.sayElsewhere(tx, intent, failure);
    });
  }

  /** What nobody planned answers a reply: whoever wrote it is still waiting. */
  private async answerLost(tx: Tx, messageId: string, inboundId: string): Promise<void> {
    const inbound = await tx.findOneBy(Inbound, { id: inboundId });
    const answer = (await this.messages.attempts(tx, inboundId)).find(({ id }) => id === messageId);
    if (!inbound || !answer) return;
    await this.tasks.add(tx, {
      organisationId: inbound.organisationId,
      cause: `inbound:${inboundId}`,
      kind: 'reply-to-read',
      bookingId: answer.bookingId,
      patientId: answer.recipientKind === 'patient' ? answer.recipientId : null,
      inboundId,
      sentence: `They wrote, and our answer did not arrive: ${answer.failure ?? ''} Read it and call them.`,
      startsAt: null,
    });
  }
}
