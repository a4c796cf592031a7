import { Injectable } from '@nestjs/common';
import type { OpenBooking } from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import { Jobs, type Tx } from '@dragoman/platform';
import { AskedInSearch, Search } from './search.entity';
import { SearchNeighbours } from './search.neighbours';
import { lockSearch } from './search.queries';
import { type SearchWay, waitUntil } from './wave.policy';

/** Takes the next step of one search; whoever begins or changes one writes it. */
export const ADVANCE = 'advance-search';

interface Beginning {
  way: SearchWay;
  /** Null: the organisation's rules. */
  by: string | null;
  why: 'started' | 'given-back' | 'reopened' | 'changed';
  /** Who is being asked already, and has as long as a wave has. */
  firstWave?: readonly string[];
}

/** Begins a search, for the first time or again. The caller holds the booking. */
@Injectable()
export class SearchBeginning {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly ports: SearchNeighbours,
  ) {}

  async begin(tx: Tx, { booking }: OpenBooking, { way, by, why, firstWave = [] }: Beginning): Promise<void> {
    const now = this.clock.now();
    const { id: bookingId, organisationId } = booking;
    const search =
      (await lockSearch(tx, bookingId)) ??
      tx.create(Search, { bookingId, organisationId, state: 'stopped', round: 0, changedAt: null });
    search.begin(way, by, now);
    search.bookingVersion = booking.version;
    if (why === 'changed') search.changedAt = now;
    if (firstWave.length > 0) {
      const { policy } = await this.ports.organisations.get(tx, organisationId);
      search.waveAsked(waitUntil(policy.filling, { now, startsAt: booking.startsAt }));
    }
    await tx.save(search);
    await this.keepAsked(tx, search, firstWave);
    await this.ports.record.write(tx, booking, 'search', { what: why, way, by });
    this.jobs.add(tx, ADVANCE, { bookingId });
  }

  /** `nobody_is_asked_twice_in_one_search`. */
  async keepAsked(tx: Tx, { bookingId, organisationId, round, wave }: Search, interpreterIds: readonly string[]): Promise<void> {
    if (interpreterIds.length === 0) return;
    const askedAt = this.clock.now();
    await tx.insert(AskedInSearch, interpreterIds.map((interpreterId) => ({ bookingId, organisationId, round, wave, interpreterId, askedAt })));
  }
}
