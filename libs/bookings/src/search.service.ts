import { Injectable } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import type { Explanation, MatchRequest, MatchResult } from '@dragoman/matching';
import { Database, type ReadTx, type StaffActor } from '@dragoman/platform';
import { type Matched, matchRequestOf } from './booking.matching';
import { BookingNeighbours } from './booking.neighbours';
import { bookingFacts, interpretersSeen } from './booking.queries';
import { type AppointmentInput, intervalOf } from './booking.time';

/** Who could interpret: before a booking exists, and for one that does. The same rules as offering and accepting. */
@Injectable()
export class InterpreterSearch {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ports: BookingNeighbours,
  ) {}

  /** @throws Invalid `time-does-not-exist`, `time-happens-twice`; NotFound for an unknown patient or site. */
  forAppointment(actor: StaffActor, input: AppointmentInput): Promise<MatchResult> {
    return this.database.read(actor, async (tx) => this.ports.matching.find(tx, await this.imagined(tx, actor, input)));
  }

  /** @throws NotFound `booking-not-found`. */
  forBooking(actor: StaffActor, bookingId: string): Promise<MatchResult> {
    return this.database.read(actor, async (tx) => this.ports.matching.find(tx, await this.ofBooking(tx, bookingId)));
  }

  /** How this interpreter ranks, or every reason why not. @throws as `forAppointment`, and NotFound `interpreter-not-found`. */
  explainAppointment(actor: StaffActor, input: AppointmentInput, interpreterId: string): Promise<Explanation> {
    return this.database.read(actor, async (tx) =>
      this.ports.matching.explain(tx, await this.imagined(tx, actor, input), interpreterId),
    );
  }

  /** @throws NotFound `booking-not-found`, `interpreter-not-found`. */
  explainBooking(actor: StaffActor, bookingId: string, interpreterId: string): Promise<Explanation> {
    return this.database.read(actor, async (tx) =>
      this.ports.matching.explain(tx, await this.ofBooking(tx, bookingId), interpreterId),
    );
  }

  private async imagined(tx: ReadTx, actor: StaffActor, input: AppointmentInput): Promise<MatchRequest> {
    const site = await this.ports.organisations.site(tx, input.siteId);
    const { profile } = await this.ports.patients.get(tx, input.patientId);
    const { startsAt, endsAt } = intervalOf(input, site.zone);
    const wish = profile.genderWish;
    const imagined: Matched = {
      id: null,
      organisationId: actor.organisationId,
      varietyId: input.varietyId,
      topic: input.topic,
      startsAt,
      endsAt,
      zone: site.zone,
      localStart: `${input.date}T${input.time}`,
      modality: input.modality,
      requiredGender: wish?.strength === 'required' ? wish.gender : null,
      preferredGender: wish?.strength === 'preferred' ? wish.gender : null,
    };
    const seen = await interpretersSeen(tx, input.patientId, this.clock.now());
    return matchRequestOf(imagined, site, seen);
  }

  private async ofBooking(tx: ReadTx, bookingId: string): Promise<MatchRequest> {
    const booking = await bookingFacts(tx, bookingId);
    const site = await this.ports.organisations.site(tx, booking.siteId);
    const seen = await interpretersSeen(tx, booking.patientId, this.clock.now());
    return matchRequestOf(booking, site, seen);
  }
}
