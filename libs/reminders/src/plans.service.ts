import { Injectable } from '@nestjs/common';
import { type BookingFacts, bookingFacts, offersOfBooking } from '@dragoman/bookings';
import { Clock, newId } from '@dragoman/kernel';
import { LiveHints, type Tx } from '@dragoman/platform';
import { In } from 'typeorm';
import { Intent, type InterpreterKind, type NewsKind } from './intent.entity';
import { lockPlan } from './intent.queries';
import { keepBasis, lockUnlessPlanned } from './plan.queries';
import { isCurrent } from './saying.policy';
import { isPlannedKind, type Planned, planReminders } from './plan.policy';
import { PostalLetters } from './postal-letters.service';
import { ReminderNeighbours } from './reminder.neighbours';
import { Tasks } from './tasks.service';

/** The rows that say what will be said when. Planning again writes only what is different. */
@Injectable()
export class Plans {
  constructor(
    private readonly clock: Clock,
    private readonly live: LiveHints,
    private readonly near: ReminderNeighbours,
    private readonly tasks: Tasks,
    private readonly postal: PostalLetters,
  ) {}

  /** Brings what is planned for the patient in line with the booking and the profile as they are now; one look where nothing changed. */
  async recompute(tx: Tx, bookingId: string): Promise<void> {
    const basis = await lockUnlessPlanned(tx, bookingId);
    if (basis === null) return;
    await this.planAnew(tx, bookingId);
    await keepBasis(tx, bookingId, basis);
  }

  /** Something for an interpreter about an offer, as soon as possible; once per offer, however often it is asked for. */
  async tell(tx: Tx, bookingId: string, kind: InterpreterKind, offerIds: readonly string[]): Promise<void> {
    await lockPlan(tx, bookingId);
    const booking = await bookingFacts(tx, bookingId);
    // Each change is news of its own; anything else is said once.
    const ofVersion = kind === 'job-updated' ? { bookingVersion: booking.version } : {};
    const told = await tx.find(Intent, { where: { bookingId, kind, offerId: In([...offerIds]), ...ofVersion } });
    const offers = await offersOfBooking(tx, bookingId);
    const now = this.clock.now();
    const intents = offers
      .filter(({ id }) => offerIds.includes(id) && !told.some(({ offerId }) => offerId === id))
      .map(({ id, interpreterId }) => ({
        id: newId(),
        organisationId: booking.organisationId,
        bookingId,
        bookingVersion: booking.version,
        kind,
        recipientKind: 'interpreter' as const,
        recipientId: interpreterId,
        offerId: id,
        dueAt: now,
        state: 'planned' as const,
        hurried: false,
        tries: 0,
        createdAt: now,
      }));
    if (intents.length > 0) await tx.insert(Intent, intents);
  }

  /**
   * Something for the patient about what happened to the booking, as soon as possible; once for each version of it.
   * @param minutes of a delay only; another one is said anew.
   */
  async tellPatient(tx: Tx, bookingId: string, kind: NewsKind, minutes: number | null = null): Promise<void> {
    await lockPlan(tx, bookingId);
    const { organisationId, version, patientId } = await bookingFacts(tx, bookingId);
    const now = this.clock.now();
    const before = await tx.findOneBy(Intent, { bookingId, bookingVersion: version, kind });
    if (!before) await tx.insert(Intent, { ...intentOf({ organisationId, id: bookingId, version, patientId }, { kind, dueAt: now }, now), minutes });
    else if (before.minutes !== minutes) await tx.update(Intent, { id: before.id }, { minutes, state: 'planned', dueAt: now, settledAt: null });
  }

  private async planAnew(tx: Tx, bookingId: string): Promise<void> {
    const booking = await bookingFacts(tx, bookingId);
    const known = (await tx.find(Intent, { where: { bookingId, recipientKind: 'patient' }, order: { id: 'ASC' } })).filter(({ kind }) => isPlannedKind(kind));
    const ofVersion = known.filter((intent) => isCurrent(intent, booking));
    const plan = await this.plan(tx, booking, ofVersion);
    const changes = [
      await this.supersede(tx, known, ofVersion, plan),
      await this.adjust(tx, ofVersion, plan),
      await this.add(tx, booking, ofVersion, plan),
    ];
    await this.near.messages.withdraw(
      tx,
      known.filter((intent) => intent.state === 'queued' && !ofVersion.includes(intent)).map(({ id }) => id),
    );
    await this.postal.withdrawStale(tx, bookingId);
    await this.closeCalls(tx, booking, known);
    if (plan.length + ofVersion.length === 0) await this.askPersonIfNobodyWrites(tx, booking);
    if (changes.some(Boolean)) this.hint(tx, booking);
  }

  private async plan(tx: Tx, booking: BookingFacts, ofVersion: readonly Intent[]): Promise<Planned[]> {
    if (!isCurrent({ bookingVersion: booking.version }, booking)) return [];
    const now = this.clock.now();
    const { profile } = await this.near.patients.get(tx, booking.patientId);
    const { policy } = await this.near.organisations.get(tx, booking.organisationId);
    const [first = now] = ofVersion.map(({ createdAt }) => createdAt).sort((a, b) => a.getTime() - b.getTime());
    const said = ofVersion.flatMap(({ kind, state, dueAt, settledAt }) =>
      isPlannedKind(kind) && isOnItsWay({ state, dueAt }, now) ? [{ kind, at: settledAt ?? dueAt }] : [],
    );
    const { startsAt, zone } = booking;
    return planReminders({ startsAt, zone, confirmedAt: first, said }, profile, policy, now);
  }

  private async supersede(
    tx: Tx,
    known: readonly Intent[],
    ofVersion: readonly Intent[],
    plan: readonly Planned[],
  ): Promise<boolean> {
    const now = this.clock.now();
    const over = known.filter(
      (intent) =>
        intent.state === 'planned' &&
        (!ofVersion.includes(intent) || (!isOnItsWay(intent, now) && !plan.some(({ kind }) => kind === intent.kind))),
    );
    if (over.length === 0) return false;
    await tx.update(
      Intent,
      { id: In(over.map(({ id }) => id)), state: 'planned' },
      { state: 'superseded', settledAt: now },
    );
    return true;
  }

  /** Moves what is planned at another time, and takes up again what had been given up. */
  private async adjust(tx: Tx, ofVersion: readonly Intent[], plan: readonly Planned[]): Promise<boolean> {
    let changed = false;
    for (const { kind, dueAt } of plan) {
      const intent = ofVersion.find((known) => known.kind === kind);
      if (!intent || (intent.state === 'planned' && intent.dueAt.getTime() === dueAt.getTime())) continue;
      await tx.update(
        Intent,
        { id: intent.id, state: In(['planned', 'superseded', 'dropped']) },
        { state: 'planned', dueAt, settledAt: null },
      );
      changed = true;
    }
    return changed;
  }

  private async add(
    tx: Tx,
    booking: BookingFacts,
    ofVersion: readonly Intent[],
    plan: readonly Planned[],
  ): Promise<boolean> {
    const added = plan.filter(({ kind }) => !ofVersion.some((intent) => intent.kind === kind));
    if (added.length === 0) return false;
    const createdAt = this.clock.now();
    await tx.insert(
      Intent,
      added.map((planned) => intentOf(booking, planned, createdAt)),
    );
    return true;
  }

  /** What a person was to say about an earlier version is not so any more; the next one is said, and asked for, by itself. */
  private async closeCalls(tx: Tx, { organisationId, id, version }: BookingFacts, known: readonly Intent[]): Promise<void> {
    const handedOver = known.filter(({ state, bookingVersion }) => state === 'task' && bookingVersion < version);
    const before = Array.from({ length: version }, (_, earlier) => earlier);
    await this.tasks.closeCauses(tx, organisationId, [
      ...handedOver.flatMap((intent) => [`intent:${intent.id}`, `failed:${intent.id}`]),
      ...before.flatMap((earlier) => [`changed:${id}:${earlier}`, `unplanned:${id}:${earlier}`]),
    ]);
  }

  private async askPersonIfNobodyWrites(tx: Tx, booking: BookingFacts): Promise<void> {
    if (!isCurrent({ bookingVersion: booking.version }, booking) || booking.startsAt <= this.clock.now()) return;
    await this.tasks.add(tx, {
      organisationId: booking.organisationId,
      cause: `unplanned:${booking.id}:${booking.version}`,
      kind: 'call-patient',
      bookingId: booking.id,
      patientId: booking.patientId,
      sentence: 'No message can be sent before it starts: the hours in between are not safe or are quiet. Nothing was sent.',
      startsAt: booking.startsAt,
    });
  }

  private hint(tx: Tx, { organisationId, id }: BookingFacts): void {
    this.live.publish(tx, { organisationId, topic: 'message', id });
  }
}

const intentOf = (
  { organisationId, id, version, patientId }: Pick<BookingFacts, 'organisationId' | 'id' | 'version' | 'patientId'>,
  { kind, dueAt }: { kind: Planned['kind'] | NewsKind; dueAt: Date },
  createdAt: Date,
) => ({
  id: newId(),
  organisationId,
  bookingId: id,
  bookingVersion: version,
  kind,
  recipientKind: 'patient' as const,
  recipientId: patientId,
  offerId: null,
  dueAt,
  state: 'planned' as const,
  hurried: false,
  tries: 0,
  createdAt,
});

/** Said, or due so that it is being said. */
const isOnItsWay = ({ state, dueAt }: Pick<Intent, 'state' | 'dueAt'>, now: Date): boolean =>
  state === 'queued' || state === 'task' || (state === 'planned' && dueAt <= now);
