import { Injectable } from '@nestjs/common';
import type { Booking, RelayChoice } from '@dragoman/bookings';
import { Clock, newId } from '@dragoman/kernel';
import { Database, Events, Jobs, type Tx } from '@dragoman/platform';
import { instantText } from '@dragoman/words';
import { TriedRung, type RungOutcome } from './ladder.entity';
import { ladderCameToRebook } from './ladder.events';
import { LadderNeighbours, LadderOutlook } from './ladder.neighbours';
import { changeOn, dueRung, planLadder, type Rung } from './ladder.policy';
import { ladderOf, ladderStanding, type Standing } from './ladder.queries';

export const CLIMB = 'climb-down';
/** Asks people on the rung that was just taken. */
export const ASK = 'ask-on-a-rung';

const actor = { kind: 'job', job: CLIMB } as const;
/** As many as a person reads out over the telephone. */
const MOST_DATES = 3;

/** What was found before anything was held. */
type Found = { to: 'video' | 'phone' } | { to: 'relay'; relay: RelayChoice | null } | { to: 'rebook'; sentence: string };

const WAYS = { 'in-person': 'in person', video: 'by video', phone: 'by phone' } as const;

/** Tries the next rung of one booking's ladder. */
@Injectable()
export class LadderCourse {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly outlook: LadderOutlook,
    private readonly near: LadderNeighbours,
  ) {}

  /**
   * Looks first and holds nothing meanwhile; what is due is judged again under the booking's lock, so that of two workers one takes
   * the step. A rung is one transaction: a process that dies leaves none half taken, and it is tried again.
   */
  async climb(bookingId: string): Promise<void> {
    const due = await this.due(bookingId);
    if (due === undefined) return;
    const found = await this.look(bookingId, due);
    await this.database.transaction(actor, async (tx) => {
      const booking = await this.near.changes.hold(tx, bookingId);
      const standing = await ladderStanding(tx, bookingId);
      if (standing && !standing.stopped && (await this.dueIn(tx, standing)) === found.to) await this.take(tx, booking, standing, found);
    });
  }

  private due(bookingId: string): Promise<Rung | undefined> {
    return this.database.read(actor, async (tx) => {
      const standing = await ladderStanding(tx, bookingId);
      return standing && !standing.stopped ? this.dueIn(tx, standing) : undefined;
    });
  }

  private async dueIn(tx: Parameters<typeof ladderStanding>[0], { organisationId, situation }: Standing): Promise<Rung | undefined> {
    const { policy } = await this.near.organisations.get(tx, organisationId);
    return dueRung(planLadder(situation, policy.ladder), this.clock.now());
  }

  private async look(bookingId: string, to: Rung): Promise<Found> {
    if (to === 'relay') return { to, relay: await this.bestRelay(bookingId) };
    if (to === 'rebook') return { to, sentence: await this.otherDays(bookingId) };
    return { to };
  }

  private async bestRelay(bookingId: string): Promise<RelayChoice | null> {
    const [best] = (await this.outlook.relays.forBooking(actor, bookingId)).pairs;
    if (!best) return null;
    const { pivotId, patientSide, clinicSide } = best;
    return { pivotId, pairs: [{ patientSideId: patientSide.interpreterId, clinicSideId: clinicSide.interpreterId }] };
  }

  private async otherDays(bookingId: string): Promise<string> {
    const { zone, dates } = await this.database.read(actor, async (tx) => {
      const standing = await ladderStanding(tx, bookingId);
      return { zone: standing?.zone ?? 'UTC', dates: await this.outlook.dates.find(tx, bookingId, MOST_DATES) };
    });
    if (dates.length === 0) return 'Nobody was found for the two weeks after it either.';
    return `Somebody could come instead: ${dates.map(({ startsAt, modality }) => `${instantText(startsAt, zone)} ${WAYS[modality]}`).join('; ')}.`;
  }

  private async take(tx: Tx, booking: Booking, standing: Standing, found: Found): Promise<void> {
    const ladder = await ladderOf(tx, standing);
    const outcome = await this.step(tx, booking, found);
    const { bookingId, organisationId } = standing;
    const id = newId();
    await tx.insert(TriedRung, { id, bookingId, organisationId, round: ladder.round, rung: found.to, outcome, takenAt: this.clock.now(), askedAt: null });
    await this.near.record.write(tx, booking, 'ladder', { what: found.to, why: outcome });
    if (changeOn(found.to)) this.jobs.add(tx, ASK, { rungId: id });
  }

  private async step(tx: Tx, booking: Booking, found: Found): Promise<RungOutcome> {
    const change = changeOn(found.to);
    if (change) await this.near.changes.changeIn(tx, actor, booking, change, { revision: 'whatever-it-is' });
    if (found.to === 'relay') {
      if (found.relay === null) return 'nobody';
      await this.near.relays.offerInstead(tx, booking, found.relay);
    }
    if (found.to === 'rebook') await this.askForAnotherDay(tx, booking, found.sentence);
    return 'taken';
  }

  /** Never moved by itself: the day is the patient's. */
  private async askForAnotherDay(tx: Tx, { id: bookingId, organisationId, version }: Booking, sentence: string): Promise<void> {
    await this.near.alerts.raise(tx, { organisationId, bookingId, kind: 'rebook', detail: sentence });
    this.events.publish(tx, ladderCameToRebook({ organisationId, bookingId, version, sentence }));
  }
}
