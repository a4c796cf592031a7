import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AskingInTurn, bookingCancelled, bookingConfirmed, bookingNotMet, offerDeclined } from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import { Database, Events, Sweeps } from '@dragoman/platform';
import { Calling } from './calling.service';
import { Round } from './round.entity';
import { roundsDue } from './round.queries';

const SWEEP_MS = 1_000;
const MOST_AT_ONCE = 100;
const actor = { kind: 'job', job: 'call-in-turn' } as const;

/** Goes from one to the next: when somebody says no, and when a clock says so, also after the process that began it died. */
@Injectable()
export class CallInTurn implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly sweeps: Sweeps,
    private readonly turns: AskingInTurn,
    private readonly calling: Calling,
  ) {}

  onModuleInit(): void {
    const advance = ({ bookingId }: { bookingId: string }): Promise<void> => this.advance(bookingId);
    this.events.subscribe(offerDeclined, 'call-next-after-a-no', advance);
    this.events.subscribe(bookingConfirmed, 'end-round-that-found', advance);
    this.events.subscribe(bookingCancelled, 'end-round-of-cancelled', advance);
    this.events.subscribe(bookingNotMet, 'end-round-of-not-met', advance);
    this.sweeps.every('call-in-turn', SWEEP_MS, () => this.sweep());
  }

  async sweep(): Promise<void> {
    const due = await this.database.read(actor, (tx) => roundsDue(tx, this.clock.now(), MOST_AT_ONCE));
    for (const bookingId of due) await this.advance(bookingId);
  }

  private async advance(bookingId: string): Promise<void> {
    const isCalling = await this.database.read(actor, (tx) => tx.existsBy(Round, { bookingId, state: 'calling' }));
    if (!isCalling) return;
    await this.database.transaction(actor, async (tx) => {
      const booking = await this.turns.hold(tx, bookingId);
      await this.calling.step(tx, booking, await tx.findOneByOrFail(Round, { bookingId }));
    });
  }
}
