import { Injectable } from '@nestjs/common';
import type { PrintQueuePage, PrintQueueQuery } from '@dragoman/contracts';
import { Database, type StaffActor } from '@dragoman/platform';
import { PrintQueue } from '@dragoman/reminders';
import { Colleagues } from './colleagues';
import { presentQueuedLetter } from './letter.presenter';

/** The print queue with the names of whoever printed and posted. */
@Injectable()
export class PrintQueueDesk {
  constructor(
    private readonly database: Database,
    private readonly colleagues: Colleagues,
    private readonly queue: PrintQueue,
  ) {}

  /** @throws Invalid `unknown-page`. */
  list(actor: StaffActor, query: PrintQueueQuery): Promise<PrintQueuePage> {
    return this.database.read(actor, async (tx) => {
      const { items, next } = await this.queue.list(tx, query);
      const { staff } = await this.colleagues.seenBy(tx, actor);
      return { items: items.map((item) => presentQueuedLetter(item, staff)), next };
    });
  }

  /** @param ids with commas between them */
  pdf(actor: StaffActor, ids: string): Promise<Uint8Array> {
    return this.queue.pdf(actor, ids.split(','));
  }
}
