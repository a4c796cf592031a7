import { Injectable } from '@nestjs/common';
import { type Booking, offerFacts, Progress } from '@dragoman/bookings';
import { Clock, Conflict, Forbidden, newId, NotFound } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { actorId, type ClinicianActor, Database, Events, type InterpreterActor, type StaffActor, type Tx } from '@dragoman/platform';
import { attendanceMarked } from './attendance.events';
import { type Attested, Mark, type Side } from './mark.entity';
import { assertMayMark, type AttendanceRules, happenedAt, ofThoseBooked, onClock, type Session, stateBy } from './mark.policy';
import { marksOf, standingOf, type StandingMark } from './mark.queries';

export interface Saying {
  kind: Attested;
  /**
   * When it happened. `HH:mm` on the clock of the site is what somebody chose, and corrects what they said before; an instant is when a phone was
   * tapped, which may reach us hours later: of several the first stands, in whatever order they come. Null is now.
   */
  at: string | Date | null;
}

/** Whoever may attest for the clinic. */
export type ClinicActor = StaffActor | ClinicianActor;
type Attesting = { side: Side; interpreterId: string | null } & Saying;

const clinicians: readonly Attested[] = ['started', 'finished'];
const interpreters: readonly Attested[] = ['arrived', 'started', 'finished', 'patient-absent'];
const aboutOne: readonly Attested[] = ['arrived', 'interpreter-absent'];
/** Where several are booked, the desk says of all of them that they are here. */
const isAboutOne = (kind: Attested, { secondInterpreterId, teamIds }: Pick<Booking, 'secondInterpreterId' | 'teamIds'>): boolean =>
  aboutOne.includes(kind) && (kind === 'interpreter-absent' || (secondInterpreterId === null && teamIds.length === 0));
const MINUTE = 60_000;

/** Arrived, started, finished, absent: what both sides attest, each for themselves. The booking's state follows what stands. */
@Injectable()
export class Attendance {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly organisations: Organisations,
    private readonly progress: Progress,
  ) {
    events.subscribe(attendanceMarked, 'follow-what-was-attested', ({ bookingId }) => this.follow(bookingId));
  }

  /**
   * By staff, or by whoever holds the clinician's link. Twice is once; another time corrects the first, which stays on record.
   * @throws as `assertMayMark` and `happenedAt`; Forbidden `not-for-clinicians`; NotFound `booking-not-found`.
   */
  async clinicSays(actor: ClinicActor, bookingId: string, said: Saying): Promise<void> {
    if (actor.kind === 'clinician' && !clinicians.includes(said.kind))
      throw new Forbidden('not-for-clinicians', 'The desk says that. Nothing was saved.');
    await this.database.transaction(actor, async (tx) => {
      const booking = await this.progress.hold(tx, bookingId);
      const interpreterId = isAboutOne(said.kind, booking) ? booking.interpreterId : null;
      await this.attest(tx, booking, { ...said, side: 'clinic', interpreterId });
    });
  }

  /** On the page behind their offer. @throws as `clinicSays`, and NotFound `offer-not-found` unless they are booked by it. */
  async interpreterSays(actor: InterpreterActor, offerId: string, said: Saying): Promise<void> {
    if (!interpreters.includes(said.kind)) throw new Forbidden('not-for-interpreters', 'The clinic says that. Nothing was saved.');
    await this.database.transaction(actor, async (tx) => {
      const { bookingId, state } = await offerFacts(tx, offerId);
      if (state !== 'accepted') throw new NotFound('offer-not-found', 'You are not booked for this job.');
      const booking = await this.progress.hold(tx, bookingId);
      await this.attest(tx, booking, { ...said, side: 'interpreter', interpreterId: actor.interpreterId });
    });
  }

  /**
   * Whoever tapped by mistake takes it back; that it was said stays on the timeline. Twice is once.
   * @throws NotFound `mark-not-found` for the other side's; Conflict `mark-carries-others`, `nobody-booked`.
   */
  async takeBack(actor: StaffActor, bookingId: string, markId: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const booking = await this.progress.hold(tx, bookingId);
      const marks = await marksOf(tx, bookingId);
      const mark = marks.find(({ id, side }) => id === markId && side === 'clinic');
      if (!mark) throw new NotFound('mark-not-found', 'The clinic did not say that. What the interpreter says is theirs to correct.');
      const standing = standingOf(marks);
      const taken = standing.find(({ id }) => id === markId);
      if (!taken) return;
      if (booking.state === 'interpreter-absent')
        throw new Conflict('nobody-booked', 'This appointment ended because the interpreter did not come. Book another one. Nothing was changed.');
      assertCarriesNothing(taken, standing);
      const id = newId();
      await tx.update(Mark, { id: markId }, { voidedBy: id });
      await this.write(tx, booking, { id, kind: 'taken-back', side: 'clinic', interpreterId: taken.interpreterId, at: this.clock.now() }, taken.kind);
      await this.settle(tx, booking, standing.filter(({ id: kept }) => kept !== markId));
    });
  }

  /** What one side says about a booking that is held. @returns the mark's id. */
  async attest(tx: Tx, booking: Booking, { kind, side, at: time, interpreterId }: Attesting): Promise<string> {
    const now = this.clock.now();
    const session = sessionOf(booking);
    const given = typeof time === 'string' ? onClock(time, session) : time;
    const standing = standingOf(await marksOf(tx, booking.id));
    const before = standing.find((mark) => mark.side === side && mark.kind === kind && mark.interpreterId === interpreterId);
    const at = happenedAt(given, session, now);
    if (before && isSaidAgain(before.at, at, time)) return before.id;
    const others = standing.filter((mark) => mark !== before);
    const here = ofThoseBooked(others, booking).filter((mark) => mark.kind !== 'arrived' || mark.interpreterId === interpreterId);
    assertMayMark({ kind, side, at }, session, here, { rules: await this.rulesOf(tx, booking), now });
    const id = newId();
    if (before) await tx.update(Mark, { id: before.id }, { voidedBy: id });
    await this.write(tx, booking, { id, kind, side, interpreterId, at }, kind);
    await this.settle(tx, booking, [...others, { side, kind, at, interpreterId }]);
    return id;
  }

  /**
   * Whoever is booked leaves, perhaps when it has begun: what was said of the session is from here on about their part of it, so that
   * whoever comes instead begins anew. For whoever holds the booking, and frees them.
   */
  async breakOff(tx: Tx, booking: Booking, interpreterId: string): Promise<void> {
    const standing = standingOf(await marksOf(tx, booking.id));
    await this.settle(tx, booking, standing);
    if (booking.state !== 'in-progress') return;
    await this.progress.move(tx, booking, 'confirmed');
    for (const { id, side, kind, at, byKind, byId } of standing.filter((mark) => mark.interpreterId === null)) {
      const part = newId();
      await tx.update(Mark, { id }, { voidedBy: part });
      const { id: bookingId, organisationId } = booking;
      await tx.insert(Mark, { id: part, bookingId, organisationId, side, kind, interpreterId, at, notedAt: this.clock.now(), byKind, byId, voidedBy: null });
    }
  }

  /** @throws Conflict `appointment-over`. */
  assertNotOver({ endsAt }: Pick<Booking, 'endsAt'>): void {
    if (endsAt <= this.clock.now()) throw new Conflict('appointment-over', 'This appointment is over. Nothing was changed.');
  }

  async rulesOf(tx: Tx, { organisationId }: Pick<Booking, 'organisationId'>): Promise<AttendanceRules> {
    return (await this.organisations.get(tx, organisationId)).policy.attendance;
  }

  private async write(tx: Tx, booking: Booking, mark: Pick<Mark, 'id' | 'kind' | 'side' | 'interpreterId' | 'at'>, what: Attested): Promise<void> {
    const { id: bookingId, organisationId } = booking;
    const { actor } = tx;
    await tx.insert(Mark, { ...mark, bookingId, organisationId, notedAt: this.clock.now(), byKind: actor.kind, byId: actorId(actor), voidedBy: null });
    const { id: markId, side, interpreterId, at } = mark;
    await this.progress.note(tx, booking, { markId, what, side, interpreterId, at: at.toISOString(), taken: mark.kind === 'taken-back' });
    this.events.publish(tx, attendanceMarked({ organisationId, bookingId, markId }));
  }

  /** A clinician's link may not write to the booking: the job that follows does, a moment later. */
  private async settle(tx: Tx, booking: Booking, standing: readonly Pick<StandingMark, 'side' | 'kind' | 'at' | 'interpreterId'>[]): Promise<void> {
    if (tx.actor.kind === 'clinician') return;
    for (const to of stepsTo(booking.state, stateBy(ofThoseBooked(standing, booking)))) await this.progress.move(tx, booking, to);
  }

  private async follow(bookingId: string): Promise<void> {
    await this.database.transaction({ kind: 'job', job: 'follow-what-was-attested' }, async (tx) => {
      const booking = await this.progress.hold(tx, bookingId);
      await this.settle(tx, booking, standingOf(await marksOf(tx, bookingId)));
    });
  }
}

/** A tap later than one that stands tells nothing new, and neither does a time that is the same to the minute. */
const isSaidAgain = (before: Date, at: Date, time: Saying['at']): boolean =>
  typeof time === 'string' ? Math.abs(before.getTime() - at.getTime()) < MINUTE : time === null || at > before || before.getTime() - at.getTime() < MINUTE;

export const sessionOf = ({ startsAt, endsAt, zone, state }: Pick<Booking, 'startsAt' | 'endsAt' | 'zone' | 'state'>): Session => ({
  start: startsAt,
  end: endsAt,
  zone,
  state,
});

const path = ['confirmed', 'in-progress', 'completed'] as const;
type OnPath = (typeof path)[number];
const isOnPath = (state: string): state is OnPath => (path as readonly string[]).includes(state);

/** Step by step, for the table knows no leaps; none where the booking is elsewhere. */
export const stepsTo = (from: Booking['state'], to: OnPath | 'patient-absent'): (OnPath | 'patient-absent')[] => {
  if (from === to || !(isOnPath(from) || from === 'patient-absent')) return [];
  if (from === 'patient-absent') return ['confirmed', ...stepsTo('confirmed', to)];
  if (to === 'patient-absent') return [...stepsTo(from, 'confirmed'), 'patient-absent'];
  const [here, there] = [path.indexOf(from), path.indexOf(to)];
  return here < there ? path.slice(here + 1, there + 1) : path.slice(there, here).reverse();
};

/** @throws Conflict `mark-carries-others`. */
const assertCarriesNothing = (taken: StandingMark, standing: readonly StandingMark[]): void => {
  const others = standing.filter((mark) => mark !== taken);
  const isOrphaned = others.some(({ kind }) => kind === 'finished') && !others.some(({ kind }) => kind === 'started');
  if (isOrphaned)
    throw new Conflict('mark-carries-others', 'Somebody said that it finished. Take that back first, or correct the time of the start. Nothing was changed.');
};

