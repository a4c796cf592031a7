import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, Conflict, newId, NotFound } from '@dragoman/kernel';
import { Database, hotRows, LiveHints, type ReadTx, type StaffActor, type Tx } from '@dragoman/platform';
import { And, type FindOptionsWhere, In, IsNull, LessThan, Like, Not } from 'typeorm';
import { Task, type TaskKind } from './task.entity';
import { taskDeadline, whyNotTicked } from './task.policy';
import { openTasks, type OpenTask, tasksOfBooking } from './task.queries';

export interface NewTask {
  organisationId: string;
  /** Says what brought it about, so that it is opened once: `intent:<id>`, `inbound:<id>` … */
  cause: string;
  kind: TaskKind;
  bookingId: string | null;
  patientId: string | null;
  interpreterId?: string | null;
  inboundId?: string | null;
  sentence: string;
  /** Of the appointment: nothing is due after it. */
  startsAt: Date | null;
  /** Left out: by its kind. */
  dueAt?: Date;
}

@Injectable()
export class Tasks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly live: LiveHints,
  ) {}

  /** Opens it unless its cause opened one before, done or not. */
  async add(tx: Tx, task: NewTask): Promise<void> {
    const now = this.clock.now();
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(Task)
      .values({
        id: newId(),
        organisationId: task.organisationId,
        cause: task.cause,
        kind: task.kind,
        bookingId: task.bookingId,
        patientId: task.patientId,
        interpreterId: task.interpreterId ?? null,
        inboundId: task.inboundId ?? null,
        sentence: task.sentence,
        dueAt: task.dueAt ?? taskDeadline(task.kind, now, task.startsAt),
        state: 'open',
        createdAt: now,
      })
      .orIgnore()
      .returning('id')
      .execute();
    for (const { id } of raw as { id: string }[])
      this.live.publish(tx, { organisationId: task.organisationId, topic: 'task', id });
  }

  /** Closes what an event overtook: tasks older than it, of these causes. A reply is always read, a review always closed. Leans on `tasks_of_a_booking`. */
  async overtake(
    tx: Tx,
    { organisationId, id: bookingId }: { organisationId: string; id: string },
    { causes, before }: { causes: 'every' | 'answer'; before: Date },
  ): Promise<void> {
    const overtaken = await tx.find(Task, {
      where: {
        organisationId,
        bookingId,
        state: 'open',
        kind: Not(In(['reply-to-read', 'understanding-review'])),
        createdAt: LessThan(before),
        ...(causes === 'answer' ? { cause: Like('answer:%') } : {}),
      },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    await this.finish(tx, overtaken);
  }

  /** What the cause asked for has been done elsewhere. */
  finishCause(tx: Tx, organisationId: string, cause: string): Promise<void> {
    return this.closeAll(tx, { organisationId, cause });
  }

  /**
   * Brings what is asked about a booking for causes of one sort in line with what is so now. What an event closed is asked
   * again once it is so again; what a person did stays done. Leans on `tasks_of_a_booking`.
   */
  async bring(
    tx: Tx,
    { organisationId, bookingId, causes }: { organisationId: string; bookingId: string; causes: string },
    standing: readonly NewTask[],
  ): Promise<void> {
    const isOver = And(Like(`${causes}:%`), Not(In(standing.map(({ cause }) => cause))));
    await this.closeAll(tx, { organisationId, bookingId, cause: isOver });
    for (const task of standing) {
      await this.reopen(tx, task);
      await this.add(tx, task);
    }
  }

  /** As `bring`, for all of a kind; of one patient, or of everybody. Leans on `a_cause_makes_one_task`, `tasks_of_a_patient`. */
  async bringKind(
    tx: Tx,
    { kind, of }: { kind: TaskKind; of?: { organisationId: string; patientId: string } | undefined },
    standing: readonly NewTask[],
  ): Promise<void> {
    const causes = standing.map(({ cause }) => cause);
    await this.closeAll(tx, { ...of, kind, cause: Not(In(causes)) });
    const organisationId = In([...new Set(standing.map((task) => task.organisationId))]);
    const begun = new Map((await tx.findBy(Task, { organisationId, kind, cause: In(causes) })).map((task) => [`${task.organisationId} ${task.cause}`, task]));
    for (const task of standing) {
      const before = begun.get(`${task.organisationId} ${task.cause}`);
      if (!before) await this.add(tx, task);
      else if (before.state === 'done') await this.reopen(tx, task);
    }
  }

  /** Says anew what an open task asks for. */
  async reword(tx: Tx, organisationId: string, cause: string, sentence: string): Promise<void> {
    const task = await tx.findOne(Task, { where: { organisationId, cause, state: 'open' }, lock: { mode: 'pessimistic_write' } });
    if (!task || task.sentence === sentence) return;
    task.sentence = sentence;
    await tx.save(task);
    this.live.publish(tx, { organisationId, topic: 'task', id: task.id });
  }

  /** Closes what is settled about a patient. Leans on `tasks_of_a_patient`. */
  close(tx: Tx, about: { organisationId: string; patientId: string; kind: TaskKind }): Promise<void> {
    return this.closeAll(tx, about);
  }

  /** Closes what is settled about a booking. Leans on `tasks_of_a_booking`. */
  closeOfBooking(tx: Tx, about: { organisationId: string; bookingId: string; kind: TaskKind }): Promise<void> {
    return this.closeAll(tx, about);
  }

  /** Closes what these causes asked for. Leans on `a_cause_makes_one_task`. */
  closeCauses(tx: Tx, organisationId: string, causes: readonly string[]): Promise<void> {
    return this.closeAll(tx, { organisationId, cause: In(causes) });
  }

  private async closeAll(tx: Tx, about: FindOptionsWhere<Task>): Promise<void> {
    const settled = await tx.find(Task, { where: { ...about, state: 'open' }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
    await this.finish(tx, settled);
  }

  private async finish(tx: Tx, settled: Task[]): Promise<void> {
    for (const task of settled) {
      task.finish(null, this.clock.now());
      this.live.publish(tx, { organisationId: task.organisationId, topic: 'task', id: task.id });
    }
    await tx.save(settled);
  }

  private async reopen(tx: Tx, { organisationId, cause, sentence, dueAt, kind, startsAt }: NewTask): Promise<void> {
    const task = await tx.findOne(Task, {
      where: { organisationId, cause, state: 'done', doneBy: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (!task) return;
    task.open(sentence, dueAt ?? taskDeadline(kind, this.clock.now(), startsAt));
    await tx.save(task);
    this.live.publish(tx, { organisationId, topic: 'task', id: task.id });
  }

  /**
   * Done is done: a second time changes nothing.
   * @throws NotFound `no-such-task`, also for another organisation's; Conflict `review-open`, `last-resort-undecided`, `not-asked-again`: deciding
   * it, or asking, is what does it.
   */
  async done(actor: StaffActor, id: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const task = await tx.findOne(Task, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!task) throw new NotFound('no-such-task', 'There is no such task.');
      if (task.state === 'done') return;
      const whyNot = whyNotTicked(task.kind);
      if (whyNot) throw new Conflict(whyNot.code, whyNot.sentence);
      task.finish(actor.accountId, this.clock.now());
      await tx.save(task);
      await this.audit.record(tx, { action: 'task.done', subject: { kind: 'task', id }, details: { kind: task.kind } });
      this.live.publish(tx, { organisationId: actor.organisationId, topic: 'task', id });
    });
  }

  /** About whom of these such a task is open. Leans on `tasks_of_a_patient`. */
  async patientsWithOpen(
    tx: ReadTx,
    kind: TaskKind,
    patients: readonly { organisationId: string; id: string }[],
  ): Promise<ReadonlySet<string>> {
    const rows = await hotRows<{ patientId: string }>(tx, {
      name: 'patients-with-open-tasks',
      text: `select patient_id as "patientId" from reminders.tasks
        where state = 'open' and kind = $1 and (organisation_id, patient_id) in (select * from unnest($2::uuid[], $3::uuid[]))`,
      values: [kind, patients.map(({ organisationId }) => organisationId), patients.map(({ id }) => id)],
    });
    return new Set(rows.map(({ patientId }) => patientId));
  }

  /** What waits for a person in the actor's organisation, most urgent first; of these, if there are any named. */
  open(tx: ReadTx, ids?: readonly string[]): Promise<OpenTask[]> {
    return openTasks(tx, ids);
  }

  /** What is open about this appointment, most urgent first. */
  ofBooking(
    tx: ReadTx,
    booking: { organisationId: string; id: string },
  ): Promise<{ id: string; kind: TaskKind; sentence: string; dueAt: Date }[]> {
    return tasksOfBooking(tx, booking);
  }
}
