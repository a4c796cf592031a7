import { Injectable, Logger } from '@nestjs/common';
import { bookingFacts } from '@dragoman/bookings';
import { Clock, plusMinutes } from '@dragoman/kernel';
import { Database, LiveHints, type Tx } from '@dragoman/platform';
import { IsNull } from 'typeorm';
import { Intent } from './intent.entity';
import { lockDueIntents } from './intent.queries';
import { InterpreterMessages } from './interpreter-messages.service';
import { PatientMessages } from './patient-messages.service';
import { Tasks } from './tasks.service';

const actor = { kind: 'job', job: 'say-what-is-due' } as const;
const BATCH = 100;
const MOST_TRIES = 3;

/** Finds intents whose time has come and says them: rows claimed in batches, by any number of workers. */
@Injectable()
export class SayDue {
  private readonly log = new Logger('SayDue');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly live: LiveHints,
    private readonly patients: PatientMessages,
    private readonly interpreters: InterpreterMessages,
    private readonly tasks: Tasks,
  ) {}

  async sweep(): Promise<void> {
    for (let found = BATCH; found === BATCH; ) found = await this.saySome();
  }

  /** One intent that cannot be said must not silence the others, so a batch that fails is repeated one by one. */
  private async saySome(): Promise<number> {
    try {
      return await this.sayNext(BATCH);
    } catch (error) {
      this.log.warn('a batch of due messages failed; taking them one by one', error);
      return this.sayOneByOne();
    }
  }

  private sayNext(most: number): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      const due = await lockDueIntents(tx, this.clock.now(), most);
      await this.say(tx, due);
      return due.length;
    });
  }

  private async say(tx: Tx, due: readonly Intent[]): Promise<void> {
    await this.patients.say(tx, due.filter(({ recipientKind }) => recipientKind === 'patient'));
    for (const intent of due) {
      if (intent.recipientKind === 'interpreter') await this.interpreters.say(tx, intent);
      this.live.publish(tx, { organisationId: intent.organisationId, topic: 'message', id: intent.bookingId });
    }
  }

  private async sayOneByOne(): Promise<number> {
    const now = this.clock.now();
    const due = await this.database.transaction(actor, (tx) => lockDueIntents(tx, now, BATCH));
    for (const { id } of due)
      await this.sayOne(id).catch((error: unknown) => {
        this.log.error(`intent ${id} cannot be said`, error);
        return this.putAside(id);
      });
    return due.length;
  }

  private sayOne(id: string): Promise<void> {
    return this.withPlanned(id, (tx, intent) => this.say(tx, [intent]));
  }

  private putAside(id: string): Promise<void> {
    return this.withPlanned(id, async (tx, intent) => {
      const now = this.clock.now();
      const tries = intent.tries + 1;
      if (tries < MOST_TRIES) {
        await tx.update(Intent, { id, state: 'planned' }, { tries, dueAt: plusMinutes(now, 2 ** tries) });
        return;
      }
      const booking = await bookingFacts(tx, intent.bookingId);
      await tx.update(Intent, { id, state: 'planned' }, { tries, state: 'task', settledAt: now });
      await this.tasks.add(tx, {
        organisationId: intent.organisationId,
        cause: `intent:${id}`,
        kind: 'message-failed',
        bookingId: booking.id,
        patientId: booking.patientId,
        sentence: `A message to the ${intent.recipientKind} could not be written. Nothing was sent; call them.`,
        startsAt: booking.startsAt,
      });
    });
  }

  private async withPlanned(id: string, work: (tx: Tx, intent: Intent) => Promise<void>): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const intent = await tx.findOne(Intent, {
        where: { id, state: 'planned', pausedAt: IsNull() },
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      if (intent) await work(tx, intent);
    });
  }
}
