import { Injectable, type OnModuleInit } from '@nestjs/common';
import { bookingChanged, slotReopened } from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import { Database, Events, Jobs, Sweeps } from '@dragoman/platform';
import { z } from 'zod';
import { Ladder } from './ladder.entity';
import { LadderNeighbours } from './ladder.neighbours';
import { dueRung, furthestHours, planLadder } from './ladder.policy';
import { asking } from './ladder.queries';
import { ASK, LadderCourse } from './ladder-course.service';
import { RungAsking } from './rung-asking.service';

const SWEEP_MS = 10_000;
const actor = { kind: 'job', job: 'look-for-due-rungs' } as const;

/** Where a ladder hears of what happens; one parameter, so that a constructor stays readable. */
@Injectable()
export class LadderSignals {
  constructor(
    readonly events: Events,
    readonly jobs: Jobs,
    readonly sweeps: Sweeps,
  ) {}
}

/** Finds the ladders with a rung that is due, and begins them anew where a booking asks for a person again. */
@Injectable()
export class LadderUpkeep implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly on: LadderSignals,
    private readonly course: LadderCourse,
    private readonly askers: RungAsking,
    private readonly near: LadderNeighbours,
  ) {}

  onModuleInit(): void {
    const { events, jobs, sweeps } = this.on;
    jobs.handle(ASK, z.object({ rungId: z.uuid() }), ({ rungId }) => this.askers.ask(rungId));
    events.subscribe(slotReopened, 'begin-ladder-anew', async ({ bookingId, version, why }) => {
      // A change frees whoever was booked, and the ladder itself may have made it.
      if (why !== 'changed') await this.beginAnew(bookingId, version);
    });
    events.subscribe(bookingChanged, 'begin-ladder-of-what-was-moved', async ({ bookingId, version, what }) => {
      if (what.includes('when')) await this.beginAnew(bookingId, version);
    });
    sweeps.every('climb-down-ladders', SWEEP_MS, () => this.sweep());
  }

  /** Any number of workers may sweep at once. */
  async sweep(): Promise<void> {
    const organisations = await this.database.read(actor, (tx) => this.near.organisations.all(tx));
    for (const { id, policy } of organisations) {
      if (!policy.ladder.isOn) continue;
      const now = this.clock.now();
      const some = await this.database.read(actor, (tx) => asking(tx, { organisationId: id, hours: furthestHours(policy.ladder), now }));
      for (const { bookingId, situation } of some)
        if (dueRung(planLadder(situation, policy.ladder), now)) await this.course.climb(bookingId);
    }
  }

  private async beginAnew(bookingId: string, version: number): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const { booking } = await this.near.slots.hold(tx, bookingId);
      const now = this.clock.now();
      const known = await tx.findOneBy(Ladder, { bookingId });
      if (!known) {
        const { organisationId } = booking;
        await tx.insert(Ladder, { bookingId, organisationId, round: 1, bookingVersion: version, asksSince: now, stoppedAt: null, stoppedBy: null });
      } else if (known.bookingVersion < version) {
        await tx.update(Ladder, { bookingId }, { round: known.round + 1, bookingVersion: version, asksSince: now });
      }
    });
  }
}
