import { Injectable } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import type { MatchResult } from '@dragoman/matching';
import { Database, type StaffActor } from '@dragoman/platform';
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
    return this.database.read(actor, async (tx) => {
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
      return this.ports.matching.find(tx, matchRequestOf(imagined, site, seen));
    });
  }

  /** @throws NotFound `booking-not-found`. */
  forBooking(actor: StaffActor, bookingId: string): Promise<MatchResult> {
    return this.database.read(actor, async (tx) => {
      const booking = await bookingFacts(tx, bookingId);
      const site = await this.ports.organisations.site(tx, booking.siteId);
      const seen = await interpretersSeen(tx, booking.patientId, this.clock.now());
      return this.ports.matching.find(tx, matchRequestOf(booking, site, seen));
    });
  }
}
