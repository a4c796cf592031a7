import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, Invalid, Stale, wallClock } from '@dragoman/kernel';
import { Database, Events, type InterpreterActor, lockInterpreters, type Tx } from '@dragoman/platform';
import { DatedException, type StatedException } from './dated-exception.entity';
import { interpretersChanged } from './interpreter.events';
import { exceptionsAhead, type OwnWeek, ownWeek, ownWeekChanged } from './own-week.queries';
import { type StatedHours, WeeklyHours } from './weekly-hours.entity';

/** As many as the coordinator's form takes. */
const MOST_EXCEPTIONS = 200;

/** What an interpreter says themselves of when they work, by the rules of the coordinator's form. Jobs that they accepted stay. */
@Injectable()
export class OwnWeeks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly events: Events,
  ) {}

  /**
   * The general week; what was agreed with one organisation stays.
   * @param seen the revision that they looked at. @throws Stale `changed-meanwhile`; Conflict `hours-twice`.
   */
  changeHours(actor: InterpreterActor, hours: readonly StatedHours[], seen: number | 'whatever-it-is'): Promise<void> {
    const { interpreterId } = actor;
    return this.database.transaction(actor, async (tx) => {
      const { revision } = await this.lock(tx, interpreterId);
      if (seen !== 'whatever-it-is' && seen !== revision) throw changedMeanwhile();
      await tx.delete(WeeklyHours, { interpreterId });
      if (hours.length > 0) await tx.insert(WeeklyHours, hours.map((span) => WeeklyHours.of(interpreterId, span)));
      await this.changed(tx, interpreterId);
    });
  }

  /** @throws Invalid `exception-ends-before-it-begins`, `half-a-span`, `extra-time-unsaid`, `exception-over`, `too-many-exceptions`. */
  addException(actor: InterpreterActor, stated: StatedException): Promise<void> {
    const { interpreterId } = actor;
    return this.database.transaction(actor, async (tx) => {
      const { zone } = await this.lock(tx, interpreterId);
      const today = wallClock(this.clock.now(), zone).date;
      const exception = DatedException.of(interpreterId, stated);
      if (exception.toDate < today) throw new Invalid('exception-over', 'These days are over. Choose days that lie ahead.', { path: 'toDate' });
      if ((await exceptionsAhead(tx, interpreterId, today)) >= MOST_EXCEPTIONS)
        throw new Invalid('too-many-exceptions', `At most ${MOST_EXCEPTIONS} at once. Take one back first.`, { path: 'fromDate' });
      await tx.insert(DatedException, exception);
      await this.changed(tx, interpreterId);
    });
  }

  /** Twice is once. */
  removeException(actor: InterpreterActor, exceptionId: string): Promise<void> {
    const { interpreterId } = actor;
    return this.database.transaction(actor, async (tx) => {
      await this.lock(tx, interpreterId);
      const { affected } = await tx.delete(DatedException, { id: exceptionId, interpreterId });
      if (affected) await this.changed(tx, interpreterId);
    });
  }

  /** Before their calendar is read: whoever offers or accepts meanwhile waits. */
  private async lock(tx: Tx, interpreterId: string): Promise<OwnWeek> {
    await lockInterpreters(tx, [interpreterId]);
    return ownWeek(tx, interpreterId, this.clock.now());
  }

  private async changed(tx: Tx, interpreterId: string): Promise<void> {
    await ownWeekChanged(tx);
    await this.audit.record(tx, { action: 'interpreter.week-changed', subject: { kind: 'interpreter', id: interpreterId } });
    this.events.publish(tx, interpretersChanged({ interpreterIds: [interpreterId] }));
  }
}

const changedMeanwhile = (): Stale =>
  new Stale('changed-meanwhile', 'Your hours were changed since you opened them. Nothing of yours was saved: look at what they are now, then change them.');
