import { Injectable } from '@nestjs/common';
import type { LadderView } from '@dragoman/contracts';
import { Ladders } from '@dragoman/ladders';
import { Database, type StaffActor } from '@dragoman/platform';
import { Colleagues } from './colleagues';
import { presentLadder } from './ladder.presenter';

/** A ladder says who holds it back, and accounts have the name. */
@Injectable()
export class LaddersDesk {
  constructor(
    private readonly database: Database,
    private readonly ladders: Ladders,
    private readonly colleagues: Colleagues,
  ) {}

  async show(actor: StaffActor, bookingId: string): Promise<LadderView> {
    const ladder = await this.ladders.show(actor, bookingId);
    const { staff } = await this.database.read(actor, (tx) => this.colleagues.seenBy(tx, actor));
    return presentLadder(ladder, staff);
  }

  async stop(actor: StaffActor, bookingId: string): Promise<LadderView> {
    await this.ladders.stop(actor, bookingId);
    return this.show(actor, bookingId);
  }

  async resume(actor: StaffActor, bookingId: string): Promise<LadderView> {
    await this.ladders.resume(actor, bookingId);
    return this.show(actor, bookingId);
  }
}
