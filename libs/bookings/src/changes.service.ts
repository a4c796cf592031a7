import { Injectable } from '@nestjs/common';
import { Clock, Invalid, Stale } from '@dragoman/kernel';
import { mayBeInterpretedIn } from '@dragoman/patients';
import { type Actor, Database, Events, type StaffActor, type Tx } from '@dragoman/platform';
import { Booking } from './booking.entity';
import type { Changeable } from './booking.events';
import { lockBookingAndLowered } from './booking.locks';
import { BookingNeighbours } from './booking.neighbours';
import { type BookingFacts, bookingFacts } from './booking.queries';
import { assertTimeAhead } from './booking.time';
import { BookingRecord } from './booking-record.service';
import { type Agreed, agreedAnew, type BookingChange, loosensGender, rematchFor, whatChanged } from './change.policy';
import { copyStanding } from './consent.taking';
import { loweredFor } from './lowered-pair.queries';
import { type Freed, Rematching } from './rematching.service';
import { directSlots, goDirect } from './slot.queries';
import { assertPartsLast } from './staffing.policy';

/** Staff, or what a policy does in their name. */
export type ChangingActor = StaffActor | Extract<Actor, { kind: 'job' }>;

/** Which revision whoever changes it has seen; a job looks under the lock, and needs none. */
export interface Seen {
  revision: number | 'whatever-it-is';
}

const nobody: Freed = { offerIds: [], interpreterIds: [] };

/** What was agreed is agreed anew. Nobody keeps a yes that they gave to something else. */
@Injectable()
export class Changes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly ports: BookingNeighbours,
    private readonly record: BookingRecord,
    private readonly rematching: Rematching,
  ) {}

  /**
   * Where a change needs a new match, whoever is booked or asked is free and, if they still fit, asked again at once; where it needs
   * none they keep what they have. The same as it is changes nothing. What the patient agreed to for another language does not count.
   * @returns what is different.
   * @throws Stale `changed-meanwhile`; Conflict `appointment-over`, `booking-state`, `relay-under-way`;
   * Invalid `starts-in-the-past`, `starts-too-far-ahead`, `time-does-not-exist`, `time-happens-twice`, `not-the-patients-language`,
   * `only-the-patient-lifts-it`, `handover-outside`.
   */
  async change(actor: ChangingActor, bookingId: string, change: BookingChange, seen: Seen): Promise<Changeable[]> {
    return this.database.transaction(actor, async (tx) =>
      this.changeIn(tx, actor, await lockBookingAndLowered(tx, bookingId), change, seen),
    );
  }

  /** As a change needs it, until the transaction ends. @throws NotFound `booking-not-found`. */
  hold(tx: Tx, bookingId: string): Promise<Booking> {
    return lockBookingAndLowered(tx, bookingId);
  }

  /** As `change`, for whoever holds the booking already. */
  async changeIn(tx: Tx, actor: ChangingActor, booking: Booking, change: BookingChange, seen: Seen): Promise<Changeable[]> {
    const { zone } = await this.ports.organisations.site(tx, change.siteId ?? booking.siteId);
    const after = agreedAnew(booking, change, zone);
    const what = whatChanged(booking, after);
    if (what.length === 0) return what;
    const now = this.clock.now();
    booking.assertMayChange(now);
    assertSeen(booking, seen);
    await this.assertAllowed(tx, booking, after, change);
    const was = said(await bookingFacts(tx, booking.id));
    const { freed, asked } = await this.clear(tx, booking, what);
    const lowered = await loweredFor(tx, { ...booking, varietyId: after.varietyId });
    const changed = booking.change({ ...after, ...lowered }, freed.offerIds, now);
    await this.save(tx, booking);
    const judged = rematchFor(what) === 'judge-again' ? await this.rematching.keepThoseWhoFit(tx, booking) : nobody;
    await this.record.write(tx, booking, 'changed', {
      what,
      was,
      now: said(await bookingFacts(tx, booking.id)),
      offerIds: [...freed.offerIds, ...judged.offerIds],
    });
    if (what.includes('language') || what.includes('topic'))
      if (actor.kind === 'staff') await copyStanding({ tx, ports: this.ports, record: this.record, actor, booking, now });
    if (rematchFor(what) === 'ask-again') await this.rematching.askAgain(tx, booking, asked);
    this.events.publish(tx, changed);
    return what;
  }

  private async clear(tx: Tx, booking: Booking, what: readonly Changeable[]): Promise<{ freed: Freed; asked: ReadonlyMap<string, string[]> }> {
    // Two people who were found for one pair of languages are nobody for another.
    if (what.includes('language')) await goDirect(tx, booking);
    if (rematchFor(what) !== 'ask-again') return { freed: nobody, asked: new Map() };
    const { freed, before } = await this.rematching.clear(tx, booking);
    return { freed, asked: what.includes('language') ? new Map() : before };
  }

  private async assertAllowed(tx: Tx, booking: Booking, after: Agreed, { isPatientsWord }: BookingChange): Promise<void> {
    if (after.startsAt.getTime() !== booking.startsAt.getTime()) assertTimeAhead(after.startsAt, this.clock.now());
    if (after.lengthMinutes < booking.lengthMinutes) assertPartsLast(await directSlots(tx, booking.id), after.lengthMinutes);
    if (after.varietyId !== booking.varietyId) await this.assertSpoken(tx, booking, after.varietyId);
    if (loosensGender(booking, after) && isPatientsWord !== true)
      throw new Invalid('only-the-patient-lifts-it', 'The patient requires this. Only they can lift it: ask them first.', { path: 'gender' });
  }

  private async assertSpoken(tx: Tx, { patientId }: Booking, varietyId: string): Promise<void> {
    const { profile } = await this.ports.patients.get(tx, patientId);
    if (mayBeInterpretedIn(profile, varietyId)) return;
    throw new Invalid(
      'not-the-patients-language',
      'Choose a language that the patient said they speak or sign, and well enough to talk to a doctor.',
      { path: 'varietyId' },
    );
  }

  private async save(tx: Tx, booking: Booking): Promise<void> {
    const { id, state, version, revision, pivotId, patientAnswer, patientAnsweredAt, lowered, notUnderstood, ...rest } = booking;
    const { siteId, room, localStart, zone, lengthMinutes, startsAt, endsAt, modality, varietyId, topic } = rest;
    const { requiredGender, preferredGender, ownGenderWish } = rest;
    await tx.update(Booking, { id }, {
      state, version, revision, pivotId, patientAnswer, patientAnsweredAt, lowered, notUnderstood,
      siteId, room, localStart, zone, lengthMinutes, startsAt, endsAt, modality, varietyId, topic,
      ...(tx.actor.kind === 'staff' && { requiredGender, preferredGender, ownGenderWish }),
    });
  }
}

/** As people called it then: a site may have another name by the time somebody reads it. */
const said = ({ startsAt, endsAt, siteName, room, localStart, lengthMinutes, modality, varietyName, topic, requiredGender, preferredGender }: BookingFacts) => ({
  startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), siteName, room, localStart, lengthMinutes, modality, language: varietyName, topic, requiredGender, preferredGender,
});

const assertSeen = (booking: Booking, { revision }: Seen): void => {
  if (revision !== 'whatever-it-is' && revision !== booking.revision) throw changedMeanwhile(booking);
};

const changedMeanwhile = ({ reference }: Booking): Stale =>
  new Stale('changed-meanwhile', `Somebody changed ${reference} since you opened it. Nothing of yours was saved: look at what it is now, then change it.`);
