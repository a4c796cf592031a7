import { Injectable } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import { Database } from '@dragoman/platform';
import { searchOfBooking } from '@dragoman/searches';
import { IsNull } from 'typeorm';
import { TriedRung } from './ladder.entity';
import { LadderNeighbours } from './ladder.neighbours';
import { ASK } from './ladder-course.service';

const actor = { kind: 'job', job: ASK } as const;
/** Beyond those who are asked, because some may not be possible any more when it comes to it. */
const SPARE = 10;

/** Asks the best few the new way, where no search does: whoever was asked before and still fits has been asked again already. */
@Injectable()
export class RungAsking {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly near: LadderNeighbours,
  ) {}

  /** Once for a rung, however often this runs. */
  async ask(rungId: string): Promise<void> {
    const looked = await this.look(rungId);
    if (!looked) return;
    const { rung, possible, most } = looked;
    await this.database.transaction(actor, async (tx) => {
      const open = await this.near.slots.hold(tx, rung.bookingId);
      const { affected } = await tx.update(TriedRung, { id: rungId, askedAt: IsNull() }, { askedAt: this.clock.now() });
      const isAsking = open.booking.state === 'requested' || open.booking.state === 'offering';
      if (affected !== 1 || !isAsking || open.booking.modality !== rung.rung || open.slots.length === 0) return;
      const asked = new Set(open.offers.filter(({ state }) => state === 'open').map(({ interpreterId }) => interpreterId));
      await this.near.slots.ask(tx, open, possible.filter((id) => !asked.has(id)), { most, inAll: most, wave: 1 });
    });
  }

  private look(rungId: string): Promise<{ rung: TriedRung; possible: string[]; most: number } | null> {
    return this.database.read(actor, async (tx) => {
      const rung = await tx.findOneBy(TriedRung, { id: rungId, askedAt: IsNull() });
      if (!rung || (await isSearchedFor(tx, rung.bookingId))) return null;
      const { policy } = await this.near.organisations.get(tx, rung.organisationId);
      const most = policy.filling.waveSize;
      return { rung, most, possible: await this.near.slots.possible(tx, rung.bookingId, { except: [], most: most + SPARE }) };
    });
  }
}

/** Whoever searches asks again for what was changed; one that a person holds back is held back from here too. */
const isSearchedFor = async (tx: Parameters<typeof searchOfBooking>[0], bookingId: string): Promise<boolean> => {
  const search = await searchOfBooking(tx, bookingId);
  return search !== null && search.state !== 'stopped' && search.state !== 'found';
};
