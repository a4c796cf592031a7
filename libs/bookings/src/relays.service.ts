import { Injectable } from '@nestjs/common';
import { Conflict, Invalid } from '@dragoman/kernel';
import type { RelayResult } from '@dragoman/matching';
import { type Actor, Database, type StaffActor, type Tx } from '@dragoman/platform';
import { In } from 'typeorm';
import type { Slot } from './assignment.entity';
import type { Booking } from './booking.entity';
import { lockBooking } from './booking.locks';
import { BookingNeighbours } from './booking.neighbours';
import type { AppointmentInput } from './booking.time';
import { MatchRequests } from './match-requests.service';
import { Offer } from './offer.entity';
import { Offering } from './offering.service';
import { directSlots, relayUnderWay, slotsInUse, slotsThrough } from './slot.queries';

/** Staff, or what a policy does in their name. */
type AskingActor = StaffActor | Extract<Actor, { kind: 'job' }>;

/** Whom to ask for a relay. Any of the patient's side may work with any of the clinic's. */
export interface RelayChoice {
  pivotId: string;
  pairs: readonly { patientSideId: string; clinicSideId: string }[];
}

/** Two interpreters through a third language, booked both or none: each leg is offered and accepted by itself. */
@Injectable()
export class Relays {
  constructor(
    private readonly database: Database,
    private readonly ports: BookingNeighbours,
    private readonly requests: MatchRequests,
    private readonly offering: Offering,
  ) {}

  /** @throws as `InterpreterSearch.forAppointment`. */
  forAppointment(actor: StaffActor, input: AppointmentInput): Promise<RelayResult> {
    return this.database.read(actor, async (tx) =>
      this.ports.relays.find(tx, await this.requests.forAppointment(tx, actor, input, [])),
    );
  }

  /** None where several interpreters are wanted: a relay would take two for each of them. @throws NotFound `booking-not-found`. */
  forBooking(actor: AskingActor, bookingId: string): Promise<RelayResult> {
    return this.database.read(actor, async (tx) => {
      const result = await this.ports.relays.find(tx, await this.requests.forBooking(tx, bookingId));
      return (await directSlots(tx, bookingId)).length > 1 ? { ...result, pairs: [], pivots: [] } : result;
    });
  }

  /** @throws as `offerIn`. */
  async offer(actor: StaffActor, bookingId: string, choice: RelayChoice): Promise<void> {
    await this.database.transaction(actor, async (tx) => this.offerIn(tx, await lockBooking(tx, bookingId), choice));
  }

  /**
   * Asks both sides. A side that is held already is not asked again.
   * @throws Conflict `interpreter-not-possible`, `several-interpreters`, `asked-directly`, `relay-under-way` through another language;
   * Invalid `one-person-on-both-sides`, `not-a-third-language`.
   */
  async offerIn(tx: Tx, booking: Booking, { pivotId, pairs }: RelayChoice): Promise<void> {
    if (pivotId === booking.varietyId || pivotId === booking.otherId)
      throw new Invalid('not-a-third-language', 'A relay goes through a language that is neither the patient’s nor the clinic’s.');
    if ((await directSlots(tx, booking.id)).length > 1)
      throw new Conflict('several-interpreters', 'This booking takes several interpreters, and a relay would take two for each. Nobody was asked.');
    await this.takeThisWay(tx, booking, pivotId);
    const [patientSide, clinicSide] = await slotsThrough(tx, booking, pivotId);
    const asked = [
      { slot: patientSide, interpreterIds: pairs.map(({ patientSideId }) => patientSideId) },
      { slot: clinicSide, interpreterIds: pairs.map(({ clinicSideId }) => clinicSideId) },
    ];
    await this.assertTwoPeople(tx, asked);
    await this.offering.ask(tx, booking, asked.filter(({ slot }) => slot.interpreterId === null));
  }

  /** Instead of whoever is being asked directly: their offers end. @throws as `offerIn`; Conflict `relay-under-way` through another language. */
  async offerInstead(tx: Tx, booking: Booking, choice: RelayChoice): Promise<void> {
    const direct = booking.pivotId === null ? (await slotsInUse(tx, booking)).map(({ id }) => id) : [];
    await this.offering.end(tx, booking, await tx.findBy(Offer, { slotId: In(direct), state: 'open' }), 'withdrawn');
    await this.offerIn(tx, booking, choice);
  }

  private async takeThisWay(tx: Tx, booking: Booking, pivotId: string): Promise<void> {
    if (booking.pivotId === pivotId) return;
    const inUse = (await slotsInUse(tx, booking)).map(({ id }) => id);
    if (await tx.existsBy(Offer, { slotId: In(inUse), state: In(['open', 'accepted']) }))
      throw booking.pivotId === null
        ? new Conflict('asked-directly', 'Somebody is being asked, or booked, directly. A relay can be offered when they have answered.')
        : relayUnderWay();
    booking.pivotId = pivotId;
  }

  /** Nobody may be asked for, or hold, one side while they are asked for the other. */
  private async assertTwoPeople(tx: Tx, asked: readonly { slot: Slot; interpreterIds: readonly string[] }[]): Promise<void> {
    const known = await tx.findBy(Offer, { slotId: In(asked.map(({ slot }) => slot.id)), state: In(['open', 'accepted']) });
    const [near = [], far = []] = asked.map(({ slot, interpreterIds }) => [
      ...(slot.interpreterId === null ? interpreterIds : []),
      ...known.filter(({ slotId }) => slotId === slot.id).map(({ interpreterId }) => interpreterId),
    ]);
    const both = near.find((id) => far.includes(id));
    if (both !== undefined)
      throw new Invalid('one-person-on-both-sides', 'A relay has two interpreters: nobody can be asked for both sides.', { interpreterId: both });
  }
}
