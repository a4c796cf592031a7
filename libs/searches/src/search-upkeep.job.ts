import { Injectable } from '@nestjs/common';
import {
  bookingCancelled, bookingChanged, bookingConfirmed, bookingNotMet, bookingRequested, type Changeable, offerDeclined, offerExpired, offersClosed, type OpenBooking,
  ranOutOfOffers, type ReopenedBecause, slotReopened,
} from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import type { FillingWay } from '@dragoman/organisations';
import { Database } from '@dragoman/platform';
import { z } from 'zod';
import { SearchNeighbours, SearchSignals } from './search.neighbours';
import { lockSearch, searchesDue } from './search.queries';
import { ADVANCE, SearchBeginning } from './search-beginning.service';
import { SearchCourse } from './search-course.service';

const SWEEP_MS = 2_000;
const MOST_AT_ONCE = 100;
const actor = { kind: 'job', job: 'begin-search' } as const;

interface Changed {
  bookingId: string;
  version: number;
}

/** What happens to a booking begins a search, moves it on, or ends it. */
@Injectable()
export class SearchUpkeep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ports: SearchNeighbours,
    private readonly beginning: SearchBeginning,
    private readonly course: SearchCourse,
    on: SearchSignals,
  ) {
    const advance = ({ bookingId }: { bookingId: string }): Promise<void> => this.course.advance(bookingId);
    on.jobs.handle(ADVANCE, z.object({ bookingId: z.uuid() }), advance);
    on.events.subscribe(bookingRequested, 'begin-search', ({ bookingId, fill }) => this.begin(bookingId, fill));
    on.events.subscribe(slotReopened, 'begin-search-again', (reopened) => this.beginAgain(reopened));
    on.events.subscribe(bookingChanged, 'renew-search', (changed) => this.renew(changed));
    on.events.subscribe(offerDeclined, 'advance-search-after-a-no', advance);
    on.events.subscribe(offerExpired, 'advance-search-after-silence', advance);
    on.events.subscribe(offersClosed, 'advance-search-after-closing', advance);
    on.events.subscribe(ranOutOfOffers, 'advance-search-after-the-last', advance);
    on.events.subscribe(bookingConfirmed, 'end-search-that-found', advance);
    on.events.subscribe(bookingCancelled, 'end-search-of-cancelled', advance);
    on.events.subscribe(bookingNotMet, 'end-search-of-not-met', advance);
    on.sweeps.every('advance-searches', SWEEP_MS, () => this.sweep());
  }

  /** What events and jobs of a dead process left, and whatever is due by the clock. */
  async sweep(): Promise<void> {
    const due = await this.database.read(actor, (tx) => searchesDue(tx, this.clock.now(), MOST_AT_ONCE));
    for (const bookingId of due) await this.course.advance(bookingId);
  }

  /** Who was asked while booking is the first wave. */
  private async begin(bookingId: string, fill: FillingWay | null): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const open = await this.ports.slots.hold(tx, bookingId);
      if ((await lockSearch(tx, bookingId)) || !isFillable(open.booking.state)) return;
      const way = fill ?? (await this.ports.organisations.get(tx, open.booking.organisationId)).policy.filling.way;
      if (way === 'by-hand' || open.slots.length === 0) return;
      await this.beginning.begin(tx, open, { way, by: fill && open.booking.requestedBy, why: 'started', firstWave: beingAsked(open) });
    });
  }

  /** Somebody who was booked is not any more: at once, and the way it was filled, or as the organisation does. */
  private async beginAgain({ bookingId, version, why }: Changed & { why: ReopenedBecause }): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const open = await this.ports.slots.hold(tx, bookingId);
      const search = await lockSearch(tx, bookingId);
      if (!isFillable(open.booking.state) || open.slots.length === 0 || (search && search.bookingVersion >= version)) return;
      const { filling } = (await this.ports.organisations.get(tx, open.booking.organisationId)).policy;
      const way = search && search.state !== 'stopped' ? search.way : why === 'given-back' ? filling.afterGivenBack : filling.way;
      if (way === 'by-hand' || open.booking.startsAt <= this.clock.now()) return;
      const said = why === 'given-back' || why === 'changed' ? why : 'reopened';
      await this.beginning.begin(tx, open, { way, by: null, why: said, firstWave: why === 'changed' ? beingAsked(open) : [] });
    });
  }

  /** Whoever said no to another time or place may be asked again; a search that was under way begins anew. */
  private async renew({ bookingId, version, what }: Changed & { what: readonly Changeable[] }): Promise<void> {
    if (what.every((one) => one === 'room')) return;
    await this.database.transaction(actor, async (tx) => {
      const open = await this.ports.slots.hold(tx, bookingId);
      const search = await lockSearch(tx, bookingId);
      if (!search || search.bookingVersion >= version) return;
      if (isFillable(open.booking.state) && open.slots.length > 0 && (search.state === 'running' || search.state === 'nobody-left'))
        return this.beginning.begin(tx, open, { way: search.way, by: null, why: 'changed', firstWave: beingAsked(open) });
      search.changedAt = this.clock.now();
      await tx.save(search);
    });
  }
}

/** Asked already, by whoever made or changed the booking. */
const beingAsked = ({ offers }: OpenBooking): string[] => offers.filter(({ state }) => state === 'open').map(({ interpreterId }) => interpreterId);

const isFillable = (state: string): boolean => state === 'requested' || state === 'offering';
