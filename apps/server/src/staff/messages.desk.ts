import { Injectable } from '@nestjs/common';
import type { FailurePage, MonthsSpending, OutboxPage, OutboxQuery, OutboxShow, ReplyPage } from '@dragoman/contracts';
import { type MessageFilter, messagesById, messagesByTime, type MessageState, SendingLimits } from '@dragoman/messaging';
import { Database, type ReadTx, type StaffActor, together } from '@dragoman/platform';
import { failuresByTime, type OpenTask, Reminders, repliesByTime, Tasks } from '@dragoman/reminders';
import { Colleagues } from './colleagues';
import { presentFailure, presentPlanned, presentReplyRow, presentSent } from './messages.presenter';

type Left = Exclude<OutboxShow, 'planned' | 'paused'>;

export const statesOf: Record<Left, Exclude<MessageState, 'withdrawn'>[]> = {
  left: ['queued', 'handed-over', 'sent', 'delivered', 'failed', 'unknown'],
  'on-its-way': ['queued', 'handed-over', 'sent'],
  delivered: ['delivered'],
  'not-arrived': ['failed', 'unknown'],
};

/** All that is written to and by people, across appointments. */
@Injectable()
export class MessagesDesk {
  constructor(
    private readonly database: Database,
    private readonly colleagues: Colleagues,
    private readonly reminders: Reminders,
    private readonly tasks: Tasks,
    private readonly limits: SendingLimits,
  ) {}

  /** @throws Invalid `unknown-page`. */
  inbox(actor: StaffActor, after?: string): Promise<ReplyPage> {
    return this.database.read(
      actor,
      async (tx) => {
        const [{ items, next }, { staff }] = await together([repliesByTime(tx, after), this.colleagues.seenBy(tx, actor)]);
        const tasks = await this.tasksOf(tx, items);
        return { items: items.map((row) => presentReplyRow(row, { tasks, staff })), next };
      },
      { asks: 3 },
    );
  }

  /** @throws Invalid `unknown-page`. */
  failures(actor: StaffActor, after?: string): Promise<FailurePage> {
    return this.database.read(actor, async (tx) => {
      const { items, next } = await failuresByTime(tx, after);
      const messages = await messagesById(tx, items.map(({ messageId }) => messageId));
      const tasks = await this.tasksOf(tx, items);
      const { staff, now } = await this.colleagues.seenBy(tx, actor);
      return {
        items: items.flatMap((row) => {
          const message = messages.get(row.messageId);
          return message ? [presentFailure(row, message, { tasks, staff, now })] : [];
        }),
        next,
      };
    });
  }

  /** @throws Invalid `unknown-page`. */
  outbox(actor: StaffActor, { show, channel, after }: OutboxQuery): Promise<OutboxPage> {
    if (show !== 'planned' && show !== 'paused') return this.left(actor, { states: statesOf[show], channel, after });
    return this.database.read(actor, async (tx) => {
      const { items, next } = await this.reminders.outbox(tx, { only: show === 'paused' ? 'paused' : 'all', after });
      const { staff } = await this.colleagues.seenBy(tx, actor);
      return { items: items.map((row) => presentPlanned(row, staff)), next };
    });
  }

  private async left(actor: StaffActor, filter: MessageFilter): Promise<OutboxPage> {
    const { items, next } = await this.database.read(actor, (tx) => messagesByTime(tx, filter), { asks: 1 });
    return { items: items.map(presentSent), next };
  }

  spending(actor: StaffActor): Promise<MonthsSpending> {
    return this.database.read(actor, async (tx) => ({ spending: await this.limits.thisMonth(tx, actor.organisationId) }));
  }

  private async tasksOf(tx: ReadTx, rows: readonly { taskId: string | null }[]): Promise<Map<string, OpenTask>> {
    const tasks = await this.tasks.open(tx, rows.flatMap(({ taskId }) => (taskId ? [taskId] : [])));
    return new Map(tasks.map((task) => [task.id, task]));
  }
}
