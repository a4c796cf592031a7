import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { addDays, Clock, inField, type LocalDate, wallClock } from '@dragoman/kernel';
import { Languages } from '@dragoman/languages';
import { Events, LiveHints, type StaffActor, type Tx } from '@dragoman/platform';
import { In } from 'typeorm';
import { refreshCandidates } from './calendar.queries';
import { DatedException, type StatedException } from './dated-exception.entity';
import { InHouse } from './in-house.entity';
import { Interpreter, type InterpreterDescription } from './interpreter.entity';
import { interpretersChanged } from './interpreter.events';
import { OrganisationWeek } from './organisation-week.entity';
import { Skill } from './skill.entity';
import { assertInterpretable, skillOf, type StatedSkill } from './skill.policy';
import { type StatedHours, WeeklyHours } from './weekly-hours.entity';

export interface InterpreterInput extends InterpreterDescription {
  skills: readonly StatedSkill[];
  /** The general week, which holds for whoever agreed on no other. */
  hours: readonly StatedHours[];
  /** Agreed with the actor's organisation; null: the general week holds; left out: stays as it is. */
  organisationHours?: readonly StatedHours[] | null | undefined;
  /** Works for the actor's organisation; left out: stays as it is. */
  isInHouse?: boolean | undefined;
  /** All of them; left out: they stay as they are. */
  exceptions?: readonly StatedException[] | undefined;
}

export interface InterpreterWrite {
  interpreter: Interpreter;
  input: InterpreterInput;
  action: 'interpreter.added' | 'interpreter.updated';
}

export interface InterpreterChange {
  interpreterId: string;
  action: InterpreterWrite['action'] | 'interpreter.activated' | 'interpreter.deactivated';
}

/** Below PostgreSQL's 65,535 parameters a statement, whatever the table. */
const AT_ONCE = 500;

const inBatches = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, n) => items.slice(n * AT_ONCE, (n + 1) * AT_ONCE));

/** Decides nothing any more; until then it can be told why somebody was not offered. */
const KEPT_DAYS = 30;

/** The one place through which an interpreter is written, by hand or by a roster. */
@Injectable()
export class InterpreterWrites {
  constructor(
    private readonly clock: Clock,
    private readonly languages: Languages,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly live: LiveHints,
  ) {}

  /** Whole interpreters, new or known; the caller holds the locks of those that are known. @throws as `Interpreters.add`. */
  async write(tx: Tx, actor: StaffActor, writes: readonly InterpreterWrite[]): Promise<void> {
    for (const { interpreter, input } of writes) {
      assertInterpretable(this.languages, input.skills);
      interpreter.describe(input);
    }
    await this.save(tx, writes.map(({ interpreter }) => interpreter));
    await this.replace(tx, Skill, writes, ({ interpreter, input }) => input.skills.map((skill) => skillOf(interpreter.id, skill)));
    await this.replace(tx, WeeklyHours, writes, ({ interpreter, input }) => input.hours.map((hours) => WeeklyHours.of(interpreter.id, hours)));
    await this.replaceExceptions(tx, writes);
    await this.replaceAgreedWeeks(tx, actor, writes);
    await this.replaceInHouse(tx, actor, writes);
    await this.changed(tx, actor, writes.map(({ interpreter, action }) => ({ interpreterId: interpreter.id, action })));
  }

  async activate(tx: Tx, actor: StaffActor, interpreter: Interpreter, active: boolean): Promise<void> {
    interpreter.active = active;
    await this.save(tx, [interpreter]);
    const action = active ? 'interpreter.activated' : 'interpreter.deactivated';
    await this.changed(tx, actor, [{ interpreterId: interpreter.id, action }]);
  }

  /** Every write ends here, in its own transaction: what is derived from interpreters is made anew here. */
  private async changed(tx: Tx, { organisationId }: StaffActor, changes: readonly InterpreterChange[]): Promise<void> {
    await refreshCandidates(tx, changes.map(({ interpreterId }) => interpreterId));
    for (const { interpreterId: id, action } of changes) {
      await this.audit.record(tx, { action, subject: { kind: 'interpreter', id }, organisationId, details: {} });
      this.live.publish(tx, { organisationId, topic: 'interpreter', id });
    }
    this.events.publish(tx, interpretersChanged({ interpreterIds: changes.map(({ interpreterId }) => interpreterId) }));
  }

  private async save(tx: Tx, interpreters: readonly Interpreter[]): Promise<void> {
    for (const interpreter of interpreters) interpreter.version += 1;
    for (const batch of inBatches(interpreters)) await tx.upsert(Interpreter, batch, ['id']);
  }

  private async replace<Row extends { interpreterId: string }>(
    tx: Tx,
    entity: new () => Row,
    writes: readonly InterpreterWrite[],
    rowsOf: (write: InterpreterWrite) => Row[],
  ): Promise<void> {
    for (const batch of inBatches(writes)) await tx.delete(entity, { interpreterId: In(batch.map(({ interpreter }) => interpreter.id)) });
    for (const batch of inBatches(writes.flatMap(rowsOf))) await tx.getRepository<Row>(entity).insert(batch as never);
  }

  private async replaceExceptions(tx: Tx, writes: readonly InterpreterWrite[]): Promise<void> {
    const stated = writes.filter(({ input }) => input.exceptions !== undefined);
    await this.replace(tx, DatedException, stated, ({ interpreter, input: { exceptions = [] } }) => {
      const oldest = this.oldestKept(interpreter.zone);
      return exceptions.flatMap((exception, n) =>
        exception.toDate < oldest ? [] : [inField(`exceptions.${n}.toDate`, () => DatedException.of(interpreter.id, exception))],
      );
    });
  }

  private oldestKept(zone: string): LocalDate {
    return addDays(wallClock(this.clock.now(), zone).date, -KEPT_DAYS);
  }

  /** Row-level security keeps other organisations' weeks out of reach of the delete. */
  private async replaceAgreedWeeks(tx: Tx, { organisationId }: StaffActor, writes: readonly InterpreterWrite[]): Promise<void> {
    const stated = writes.filter(({ input }) => input.organisationHours !== undefined);
    await this.replace(tx, OrganisationWeek, stated, ({ interpreter, input: { organisationHours } }) =>
      organisationHours ? [OrganisationWeek.of(interpreter.id, organisationId, organisationHours)] : [],
    );
  }

  /** Row-level security keeps other organisations' own out of reach, too. */
  private async replaceInHouse(tx: Tx, { organisationId }: StaffActor, writes: readonly InterpreterWrite[]): Promise<void> {
    const stated = writes.filter(({ input }) => input.isInHouse !== undefined);
    await this.replace(tx, InHouse, stated, ({ interpreter, input }) => (input.isInHouse ? [InHouse.of(interpreter.id, organisationId)] : []));
  }
}
