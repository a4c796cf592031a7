import { Injectable } from '@nestjs/common';
import { Clock, NotFound } from '@dragoman/kernel';
import { Database, type ReadTx, type StaffActor, type Tx } from '@dragoman/platform';
import { Ladder } from './ladder.entity';
import { LadderNeighbours } from './ladder.neighbours';
import { type LadderRules, type PlannedRung, planLadder, type Rung } from './ladder.policy';
import { ladderOf, ladderStanding, ladderStandings, type Standing } from './ladder.queries';

/** What a screen shows of a booking's ladder. */
export interface LadderView extends Pick<Standing, 'stopped' | 'tried'> {
  /** Whether the organisation has one. */
  isOn: boolean;
  /** Whether somebody is wanted. */
  isAsking: boolean;
  zone: string;
  /** What would be tried if it were not stopped. */
  planned: PlannedRung[];
}

export interface NextRung {
  to: Rung;
  at: Date;
}

/** What is tried when nobody accepts, as people see it, hold it back and let it go on. */
@Injectable()
export class Ladders {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly near: LadderNeighbours,
  ) {}

  /** @throws NotFound `booking-not-found`. */
  show(actor: StaffActor, bookingId: string): Promise<LadderView> {
    return this.database.read(actor, (tx) => this.view(tx, bookingId));
  }

  /** By booking: what is tried next by itself, and when. Nothing where it is stopped, or nobody is wanted. */
  async nextOf(tx: ReadTx, bookingIds: readonly string[]): Promise<ReadonlyMap<string, NextRung>> {
    const rules = new Map<string, LadderRules>();
    const next = new Map<string, NextRung>();
    for (const { bookingId, organisationId, situation, stopped } of await ladderStandings(tx, bookingIds)) {
      const known = rules.get(organisationId) ?? (await this.near.organisations.get(tx, organisationId)).policy.ladder;
      rules.set(organisationId, known);
      const isOver = stopped !== null || situation.startsAt <= this.clock.now();
      const rung = isOver ? undefined : planLadder(situation, known).find(({ skipped }) => skipped === null);
      if (rung) next.set(bookingId, rung);
    }
    return next;
  }

  /** Nothing is tried from here on, until somebody resumes it. A second time changes nothing. @throws NotFound `booking-not-found`. */
  stop(actor: StaffActor, bookingId: string): Promise<void> {
    return this.change(actor, bookingId, 'stopped', (ladder) => ladder.stop(actor.accountId, this.clock.now()));
  }

  /** What fell due meanwhile is tried at once. A second time changes nothing. @throws NotFound `booking-not-found`. */
  resume(actor: StaffActor, bookingId: string): Promise<void> {
    return this.change(actor, bookingId, 'resumed', (ladder) => ladder.resume());
  }

  private async change(actor: StaffActor, bookingId: string, what: string, work: (ladder: Ladder) => boolean): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const { booking } = await this.near.slots.hold(tx, bookingId);
      const ladder = await this.ladder(tx, bookingId);
      if (!work(ladder)) return;
      const { stoppedAt, stoppedBy } = ladder;
      await tx.update(Ladder, { bookingId }, { stoppedAt, stoppedBy });
      await this.near.record.write(tx, booking, 'ladder', { what });
    });
  }

  private async ladder(tx: Tx, bookingId: string): Promise<Ladder> {
    return ladderOf(tx, await standingIn(tx, bookingId));
  }

  private async view(tx: ReadTx, bookingId: string): Promise<LadderView> {
    const { organisationId, situation, stopped, tried, zone } = await standingIn(tx, bookingId);
    const { policy } = await this.near.organisations.get(tx, organisationId);
    const now = this.clock.now();
    const isAsking = !situation.isFilled && situation.startsAt > now;
    return { isOn: policy.ladder.isOn, isAsking, zone, stopped, tried, planned: isAsking ? planLadder(situation, policy.ladder) : [] };
  }
}

const standingIn = async (tx: ReadTx, bookingId: string): Promise<Standing> => {
  const standing = await ladderStanding(tx, bookingId);
  if (!standing) throw new NotFound('booking-not-found', 'There is no such booking.');
  return standing;
};
