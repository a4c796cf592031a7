import { Injectable } from '@nestjs/common';
import type { OpenBooking } from '@dragoman/bookings';
import { Clock, Conflict, NotFound } from '@dragoman/kernel';
import { Database, Jobs, type StaffActor } from '@dragoman/platform';
import type { Search } from './search.entity';
import { SearchNeighbours } from './search.neighbours';
import { lockSearch } from './search.queries';
import { ADVANCE, SearchBeginning } from './search-beginning.service';
import type { SearchWay } from './wave.policy';

/** Staff let a booking find somebody by itself, and hold it back. */
@Injectable()
export class Searches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly beginning: SearchBeginning,
    private readonly ports: SearchNeighbours,
  ) {}

  /**
   * Begins, or begins again; one that runs this way already just goes on. A job asks, a moment later.
   * @throws NotFound `booking-not-found`; Conflict `booking-state`, `appointment-over`, `relay-under-way`.
   */
  async start(actor: StaffActor, bookingId: string, way: SearchWay): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const open = await this.ports.slots.hold(tx, bookingId);
      const search = await lockSearch(tx, bookingId);
      if (search?.state === 'running' && search.way === way) return;
      assertMayBegin(open, this.clock.now());
      await this.beginning.begin(tx, open, { way, by: actor.accountId, why: 'started' });
    });
  }

  /** Nobody more is asked; open offers stand. Twice is once. @throws NotFound `search-not-found`; Conflict `search-state`. */
  pause(actor: StaffActor, bookingId: string): Promise<void> {
    return this.change(actor, bookingId, { to: 'paused', act: (search) => search.pause() });
  }

  /** Looks at once for whom to ask next. @throws as `pause`. */
  resume(actor: StaffActor, bookingId: string): Promise<void> {
    return this.change(actor, bookingId, { to: 'running', act: (search) => search.resume(this.clock.now()) });
  }

  /** As `pause`, for good: who is asked next is for people to decide. @throws as `pause`. */
  stop(actor: StaffActor, bookingId: string): Promise<void> {
    return this.change(actor, bookingId, { to: 'stopped', act: (search) => search.end('stopped') });
  }

  private async change(
    actor: StaffActor,
    bookingId: string,
    { to, act }: { to: 'paused' | 'running' | 'stopped'; act: (search: Search) => void },
  ): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const { booking } = await this.ports.slots.hold(tx, bookingId);
      const search = await lockSearch(tx, bookingId);
      if (!search) throw new NotFound('search-not-found', 'Nothing searches for this booking. Nothing was changed.');
      if (search.state === to) return;
      const isOver = search.state !== 'running' && search.state !== 'paused';
      if (isOver) throw new Conflict('search-state', 'This search is over. Nothing was changed.', { from: search.state, to });
      act(search);
      await tx.save(search);
      await this.ports.record.write(tx, booking, 'search', { what: to === 'running' ? 'resumed' : to });
      if (to === 'running') this.jobs.add(tx, ADVANCE, { bookingId });
    });
  }
}

const assertMayBegin = ({ booking, slots }: OpenBooking, now: Date): void => {
  if (booking.state !== 'requested' && booking.state !== 'offering')
    throw new Conflict('booking-state', 'Nobody is needed for this booking now. Nothing was changed.', { from: booking.state });
  if (booking.startsAt <= now) throw new Conflict('appointment-over', 'This appointment has begun. Nobody was asked.');
  if (slots.length === 0)
    throw new Conflict('relay-under-way', 'Two interpreters are asked or booked for a relay. Wait until it has come to nothing, or cancel and book again.');
};
