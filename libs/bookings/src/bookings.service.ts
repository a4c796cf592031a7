import { Injectable } from '@nestjs/common';
import { Clock, Conflict, Invalid, newId } from '@dragoman/kernel';
import { mayBeInterpretedIn } from '@dragoman/patients';
import type { FillingWay } from '@dragoman/organisations';
import { Database, Events, insertAll, type StaffActor, together, type Tx } from '@dragoman/platform';
import { Slot } from './assignment.entity';
import { Booking, type PatientAnswer, type PatientWish } from './booking.entity';
import { lockBooking, lockLowered, lockRequest } from './booking.locks';
import { bookingRequested, consentChanged } from './booking.events';
import { BookingNeighbours } from './booking.neighbours';
import { moverOf } from './booking.state';
import { type AppointmentInput, assertTimeAhead, intervalOf } from './booking.time';
import { wishesFrom } from './booking.wishes';
import { BookingRecord } from './booking-record.service';
import { type ConsentInput, copyStanding, takeConsent } from './consent.taking';
import { loweredFor } from './lowered-pair.queries';
import { Offering } from './offering.service';
import { type RelayChoice, Relays } from './relays.service';
import { goDirect, slotFor, slotsOf } from './slot.queries';
import { areFor, type Part, partsOf, type Staffing } from './staffing.policy';
import { copyWishes } from './wish.queries';

export interface BookingInput extends AppointmentInput {
  purpose: string | null;
  offerTo: readonly string[];
  /** Instead of `offerTo`: two interpreters through a third language. */
  relay?: RelayChoice | null | undefined;
  /** Left out: one interpreter. */
  staffing?: Staffing | undefined;
  /** How it is to be filled; left out: what is offered is filled by hand, the rest as the organisation does. */
  fill?: FillingWay | undefined;
  requestKey: string;
  /** What the patient agreed to before it was booked. */
  consents?: readonly ConsentInput[];
}

/** Where a patient said it. */
export type SaidVia = 'page' | 'sms' | 'email' | 'voice';

/** What may answer for a patient: the holder of the link, or the job that read a reply. */
export type AnsweringActor = Parameters<Database['transaction']>[0];

const fillOf = ({ fill, relay, offerTo }: BookingInput): FillingWay | null => fill ?? (relay || offerTo.length > 0 ? 'by-hand' : null);

@Injectable()
export class Bookings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly ports: BookingNeighbours,
    private readonly record: BookingRecord,
    private readonly offering: Offering,
    private readonly relays: Relays,
  ) {}

  /**
   * Books, and offers to `offerTo` in the same breath.
   * @returns the booking's id; the same `requestKey` again returns the same booking.
   * @throws Invalid `starts-in-the-past`, `starts-too-far-ahead`, `time-does-not-exist`, `time-happens-twice`, `not-the-patients-language`,
   * `handover-outside`; also whatever stands against a consent, as `takeConsent`.
   * @throws Conflict `already-booked` if that key booked something else,
   * `interpreter-not-possible` if any of `offerTo` fails a hard rule: then nothing is booked.
   */
  async request(actor: StaffActor, input: BookingInput): Promise<string> {
    return this.database.transaction(actor, async (tx) => {
      const known = await lockRequest(tx, { organisationId: actor.organisationId, requestKey: input.requestKey });
      const parts = partsOf(input.staffing ?? { kind: 'one' }, input.length);
      if (known) return this.sameAgain(known, await slotsOf(tx, known.id), input, parts);
      const booking = await this.draft(tx, actor, input);
      const slots = parts.map((part, n) => slotFor(booking, part, n + 1));
      insertAll(tx, Booking, [booking]);
      insertAll(tx, Slot, slots);
      copyWishes(tx, booking);
      await this.record.write(tx, booking, 'requested', { length: booking.lengthMinutes });
      await this.takeConsents(tx, actor, booking, input.consents ?? []);
      this.events.publish(tx, bookingRequested({ organisationId: booking.organisationId, bookingId: booking.id, fill: fillOf(input) }));
      if (input.relay) await this.relays.offerIn(tx, booking, input.relay);
      else if (input.offerTo.length > 0) await this.offerIn(tx, booking, slots, input.offerTo);
      return booking.id;
    });
  }

  /** Asks more interpreters; those who are being asked already are left alone. @throws as `request`. */
  async offer(actor: StaffActor, bookingId: string, interpreterIds: readonly string[]): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const booking = await lockBooking(tx, bookingId);
      await this.offerIn(tx, booking, await goDirect(tx, booking), interpreterIds);
    });
  }

  /** What the patient said, from the page behind a link or in a reply. @throws Conflict `appointment-over`. */
  async answer(
    actor: AnsweringActor,
    { bookingId, answer, via }: { bookingId: string; answer: PatientAnswer; via: SaidVia },
  ): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const booking = await lockBooking(tx, bookingId);
      if (booking.patientAnswer === answer) return;
      // Whoever cannot come still cannot, and wants to be called besides.
      if (booking.patientAnswer === 'cannot-come' && answer === 'call-me') return this.note(tx, booking, { wish: answer, via });
      const answered = booking.answer(answer, this.clock.now());
      await tx.update(
        Booking,
        { id: booking.id },
        { patientAnswer: booking.patientAnswer, patientAnsweredAt: booking.patientAnsweredAt },
      );
      await this.record.write(tx, booking, 'answered', { answer, via });
      this.events.publish(tx, answered);
    });
  }

  /** What the patient asked for beside it: the fact alone, and nothing changes until a person has dealt with it. @throws as `answer`. */
  async wish(
    actor: AnsweringActor,
    { bookingId, wish, via }: { bookingId: string; wish: PatientWish; via: SaidVia },
  ): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const booking = await lockBooking(tx, bookingId);
      await this.note(tx, booking, { wish, via });
    });
  }

  private async note(tx: Tx, booking: Booking, { wish, via }: { wish: PatientWish; via: SaidVia }): Promise<void> {
    const wished = booking.wish(wish, this.clock.now());
    await this.record.write(tx, booking, 'wished', { wish, via });
    this.events.publish(tx, wished);
  }

  /** @returns the booking made before. @throws Conflict `already-booked` if the form was changed in between. */
  private sameAgain(known: Booking, slots: readonly Slot[], input: BookingInput, parts: readonly Part[]): string {
    const isSame =
      known.patientId === input.patientId &&
      known.siteId === input.siteId &&
      known.localStart === `${input.date}T${input.time}` &&
      known.lengthMinutes === input.length &&
      known.modality === input.modality &&
      known.varietyId === input.varietyId &&
      known.topic === input.topic &&
      areFor(slots, parts);
    if (isSame) return known.id;
    throw new Conflict(
      'already-booked',
      `This was booked before it was changed, as ${known.reference}. Nothing new was booked: open that booking, or start again.`,
      { bookingId: known.id },
    );
  }

  private async draft(tx: Tx, actor: StaffActor, input: BookingInput): Promise<Booking> {
    const { organisationId } = actor;
    const { siteId, patientId, varietyId } = input;
    lockLowered(tx, patientId);
    const [site, patient, { policy }, lowered] = await together([
      this.ports.organisations.site(tx, siteId),
      this.ports.patients.get(tx, patientId),
      this.ports.organisations.get(tx, organisationId),
      loweredFor(tx, { organisationId, patientId, varietyId }),
    ]);
    if (patient.profile.unidentified)
      throw new Invalid(
        'language-unknown',
        'Nobody knows yet which language this patient speaks. Find it together first; nothing was booked.',
      );
    if (!mayBeInterpretedIn(patient.profile, input.varietyId))
      throw new Invalid(
        'not-the-patients-language',
        'Choose a language that the patient said they speak or sign, and well enough to talk to a doctor.',
      );
    const { startsAt, endsAt } = intervalOf(input, site.zone);
    const now = this.clock.now();
    assertTimeAhead(startsAt, now);
    const booking = tx.create(Booking, {
      id: newId(),
      organisationId,
      patientId,
      siteId,
      room: input.room,
      localStart: `${input.date}T${input.time}`,
      zone: site.zone,
      lengthMinutes: input.length,
      startsAt,
      endsAt,
      modality: input.modality,
      varietyId,
      purpose: input.purpose,
      topic: input.topic,
      otherId: policy.clinicLanguage,
      pivotId: null,
      ...wishesFrom(patient.profile),
      ownGenderWish: false,
      ...lowered,
      state: 'requested',
      version: 1,
      revision: 1,
      interpreterId: null,
      secondInterpreterId: null,
      teamIds: [],
      requestedBy: actor.accountId,
      requestKey: input.requestKey,
      createdAt: now,
    });
    booking.heldBy = moverOf(actor);
    return booking;
  }

  /** What was said today first: it tells more than a copy of what the patient said earlier. */
  private async takeConsents(tx: Tx, actor: StaffActor, booking: Booking, inputs: readonly ConsentInput[]): Promise<void> {
    const taking = { tx, ports: this.ports, record: this.record, actor, booking, now: this.clock.now() };
    for (const input of inputs) await takeConsent(taking, input);
    await copyStanding(taking);
    if (inputs.length > 0) this.events.publish(tx, consentChanged({ organisationId: booking.organisationId, bookingId: booking.id }));
  }

  private async offerIn(tx: Tx, booking: Booking, slots: readonly Slot[], interpreterIds: readonly string[]): Promise<void> {
    await this.offering.ask(tx, booking, await this.offering.placesFor(tx, booking, slots, interpreterIds));
  }
}
