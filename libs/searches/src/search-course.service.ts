import { Injectable } from '@nestjs/common';
import { nobodyLeftToAsk, type OpenBooking } from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import { Database, Jobs, type ReadTx, type Tx } from '@dragoman/platform';
import { AskedInSearch, Search } from './search.entity';
import { SearchNeighbours } from './search.neighbours';
import { lockSearch } from './search.queries';
import { ADVANCE, SearchBeginning } from './search-beginning.service';
import { type Field, type FillingRules, nextStep, type Someone, type Standing, type Step, whatNow } from './wave.policy';

const actor = { kind: 'job', job: ADVANCE } as const;
/** Looked for beyond a wave, because some of them may not be possible any more when it comes to asking. */
const SPARE = 10;
const MOST_LOOKED_FOR = 200;

/** What a search stands on, as the database has it now. */
interface Course {
  standing: Standing;
  field: Omit<Field, 'possible'>;
}

/** Takes a search one step further: the next wave, somebody of one's own, or its end. */
@Injectable()
export class SearchCourse {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly beginning: SearchBeginning,
    private readonly ports: SearchNeighbours,
  ) {}

  /**
   * Looks for people first and holds nothing meanwhile; what is due is judged again under the booking's lock, so that of two
   * workers one asks. A step is one transaction: one that was cut off has asked nobody, and is taken again.
   */
  async advance(bookingId: string): Promise<void> {
    const looked = await this.database.read(actor, (tx) => this.look(tx, bookingId));
    if (looked === 'nothing-to-do') return;
    await this.database.transaction(actor, async (tx) => {
      const open = await this.ports.slots.hold(tx, bookingId);
      const search = await lockSearch(tx, bookingId);
      if (!search || isOver(search)) return;
      if (!isFillable(open)) return this.settle(tx, search, open);
      if (search.state !== 'running' || looked === 'settle') return;
      await this.take(tx, search, open, looked);
    });
  }

  private async look(tx: ReadTx, bookingId: string): Promise<readonly Someone[] | 'settle' | 'nothing-to-do'> {
    const search = await tx.findOneBy(Search, { bookingId });
    if (!search || isOver(search)) return 'nothing-to-do';
    const open = await this.ports.slots.look(tx, bookingId);
    if (!open || !isFillable(open)) return 'settle';
    if (search.state !== 'running') return 'nothing-to-do';
    const { standing, field } = await this.courseOf(tx, search, open);
    const what = whatNow(standing, this.clock.now());
    if (what === 'wait') return 'nothing-to-do';
    if (what === 'too-late' || open.slots.length === 0) return [];
    const { waveSize } = await this.rules(tx, search);
    const most = search.way === 'waves' ? waveSize * open.slots.length + SPARE : MOST_LOOKED_FOR;
    const possible = await this.ports.slots.possible(tx, bookingId, { except: [...field.asked, ...field.refused], most });
    const own = await this.ports.interpreters.inHouse(tx, search.organisationId);
    return possible.map((interpreterId) => ({ interpreterId, isInHouse: own.has(interpreterId) }));
  }

  private async take(tx: Tx, search: Search, open: OpenBooking, possible: readonly Someone[]): Promise<void> {
    const now = this.clock.now();
    const { standing, field } = await this.courseOf(tx, search, open);
    const what = whatNow(standing, now);
    if (what === 'wait') return;
    if (what === 'too-late') return this.endWith(tx, search, open, 'begun');
    if (open.slots.length === 0) return this.stopForRelay(tx, search, open);
    const rules = await this.rules(tx, search);
    const plan = (some: readonly Someone[]): Step => nextStep({ ...field, possible: some }, rules, { now, startsAt: standing.startsAt });
    const rest = await this.tryOwn(tx, search, open, { plan, possible });
    if (rest !== 'booked') await this.go(tx, search, open, { step: plan(rest), nobody: plan([]) });
  }

  /** @returns those who are left to ask where none of one's own could be booked. */
  private async tryOwn(
    tx: Tx,
    search: Search,
    open: OpenBooking,
    { plan, possible }: { plan: (some: readonly Someone[]) => Step; possible: readonly Someone[] },
  ): Promise<readonly Someone[] | 'booked'> {
    const step = plan(possible);
    if (step.kind !== 'book') return possible;
    if ((await this.ports.slots.bookInHouse(tx, open, step.among)) === null) return possible.filter(({ isInHouse }) => !isInHouse);
    search.resume(this.clock.now());
    await tx.save(search);
    this.jobs.add(tx, ADVANCE, { bookingId: search.bookingId });
    return 'booked';
  }

  /** @param nobody what is to be done if all of them became impossible meanwhile. */
  private async go(tx: Tx, search: Search, open: OpenBooking, { step, nobody }: { step: Step; nobody: Step }): Promise<void> {
    if (step.kind === 'nobody-left') return this.endWith(tx, search, open, step.why);
    if (step.kind === 'wait') {
      search.lookAgain(step.until);
      await tx.save(search);
      return;
    }
    if (step.kind !== 'ask') return;
    const asked = await this.ports.slots.ask(tx, open, step.among, { most: step.most, inAll: step.inAll, wave: search.wave + 1 });
    if (asked.length === 0) return this.go(tx, search, open, { step: nobody, nobody });
    search.waveAsked(step.until);
    await tx.save(search);
    await this.beginning.keepAsked(tx, search, asked);
  }

  private async settle(tx: Tx, search: Search, { booking }: OpenBooking): Promise<void> {
    search.end(booking.interpreterId === null ? 'stopped' : 'found');
    await tx.save(search);
    this.ports.record.hint(tx, booking);
  }

  private async endWith(tx: Tx, search: Search, { booking }: OpenBooking, why: 'nobody-possible' | 'most-asked' | 'begun'): Promise<void> {
    search.end('nobody-left');
    await tx.save(search);
    await this.ports.record.write(tx, booking, 'search', { what: 'nobody-left', why });
    this.ports.events.publish(tx, nobodyLeftToAsk({ organisationId: booking.organisationId, bookingId: booking.id, search: search.round }));
  }

  private async stopForRelay(tx: Tx, search: Search, { booking }: OpenBooking): Promise<void> {
    search.end('stopped');
    await tx.save(search);
    await this.ports.record.write(tx, booking, 'search', { what: 'relay' });
  }

  private async rules(tx: ReadTx, { organisationId }: Search): Promise<FillingRules> {
    return (await this.ports.organisations.get(tx, organisationId)).policy.filling;
  }

  private async courseOf(tx: ReadTx, search: Search, { booking, slots, offers }: OpenBooking): Promise<Course> {
    const { way, round, wave, awaits, nextAt, changedAt } = search;
    const asked = await tx.findBy(AskedInSearch, { bookingId: booking.id, round });
    const open = offers.filter(({ state, slotId }) => state === 'open' && slots.some(({ id }) => id === slotId));
    const inWave = new Set(asked.filter((one) => one.wave === wave).map(({ interpreterId }) => interpreterId));
    const awaited = awaits === 'everybody' ? open : open.filter(({ interpreterId }) => inWave.has(interpreterId));
    const gone = offers.filter((offer) => isGone(offer, changedAt));
    return {
      standing: { startsAt: booking.startsAt, nextAt, awaited: awaited.length },
      field: {
        way,
        asksConflict: booking.asksConflict,
        openSlots: slots.length,
        open: open.length,
        asked: [...new Set([...asked, ...open].map(({ interpreterId }) => interpreterId))],
        refused: gone.map(({ interpreterId }) => interpreterId),
      },
    };
  }
}

/** Said no to what is agreed now, is booked for another place, or was booked and is not any more, by their own or somebody's doing. */
const isGone = ({ state, answeredAt, releasedWhy }: OpenBooking['offers'][number], changedAt: Date | null): boolean => {
  if (state === 'declined') return changedAt === null || (answeredAt !== null && answeredAt > changedAt);
  if (state === 'released') return releasedWhy !== 'changed' && releasedWhy !== 'leg-lost';
  return state === 'accepted';
};

const isOver = ({ state }: Search): boolean => state === 'found' || state === 'stopped';

const isFillable = ({ booking }: OpenBooking): boolean => booking.state === 'requested' || booking.state === 'offering';
