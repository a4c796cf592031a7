import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import { Database, Sweeps } from '@dragoman/platform';
import { lockPlan } from './intent.queries';
import { lettersLate, unpostedAndOver } from './letters-waiting.queries';
import { PostalLetters, waitingCause } from './postal-letters.service';
import { Tasks } from './tasks.service';

const TEN_MINUTES_MS = 600_000;
const actor = { kind: 'job', job: 'ask-for-letters' } as const;

/** What is still at the desk when it should have been posted is asked of a person; what nobody posted in time is withdrawn. */
@Injectable()
export class LettersWaiting implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tasks: Tasks,
    private readonly postal: PostalLetters,
    private readonly sweeps: Sweeps,
  ) {}

  onModuleInit(): void {
    this.sweeps.every(actor.job, TEN_MINUTES_MS, () => this.sweep());
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    const over = await this.database.read(actor, (tx) => unpostedAndOver(tx, now));
    for (const bookingId of over)
      await this.database.transaction(actor, async (tx) => {
        await lockPlan(tx, bookingId);
        await this.postal.withdrawStale(tx, bookingId);
      });
    await this.database.transaction(actor, async (tx) => {
      const late = await lettersLate(tx, now);
      const standing = late.map(({ id, organisationId, bookingId, patientId, state, startsAt }) => ({
        organisationId,
        cause: waitingCause({ id }),
        kind: 'letter-waiting' as const,
        bookingId,
        patientId,
        sentence: `A letter to them is ${state === 'printed' ? 'printed, and nobody has said that it was posted' : 'not printed yet'}. Post it now (Messages, “Print queue”); if it could come too late, call with an interpreter.`,
        startsAt,
      }));
      await this.tasks.bringKind(tx, { kind: 'letter-waiting' }, standing);
    });
  }
}
