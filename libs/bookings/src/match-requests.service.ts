import { Injectable } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import type { MatchRequest } from '@dragoman/matching';
import { type ReadTx, type StaffActor, together } from '@dragoman/platform';
import type { Slot } from './assignment.entity';
import { type Matched, matchRequestOf, requestForSlot } from './booking.matching';
import { BookingNeighbours } from './booking.neighbours';
import { bookingFacts, interpretersSeen } from './booking.queries';
import { type AppointmentInput, intervalOf } from './booking.time';
import { wishesFrom } from './booking.wishes';
import { consentsThatCount } from './consent.queries';
import { consentsImagined, type SaidConsent } from './consent.taking';
import { loweredFor } from './lowered-pair.queries';
import { directSlots, isFree } from './slot.queries';
import { type NamedWishes, wishesOfBooking } from './wish.queries';

type Said = NamedWishes & Pick<MatchRequest, 'consents'>;
type Placed = Matched & { siteId: string };

/** Gathers what matching judges, as the database has it now; one place, so that no path forgets a wish. */
@Injectable()
export class MatchRequests {
  constructor(
    private readonly clock: Clock,
    private readonly ports: BookingNeighbours,
  ) {}

  /** For the hard rules on one slot, under the locks; whom the patient has met matters only to the ranking. */
  async forSlot(tx: ReadTx, booking: Placed & { id: string }, slot: Slot): Promise<MatchRequest> {
    const [consents, { wanted, refused }, { site, policy }] = await together([
      consentsThatCount(tx, booking),
      wishesOfBooking(tx, booking.id),
      this.ports.organisations.place(tx, booking.siteId),
    ]);
    return requestForSlot(matchRequestOf(booking, { site, wanted, refused, consents, timesSeen: new Map(), ...policy.matching }), booking, slot);
  }

  /**
   * For one of its slots. @param slot left out: for the first that is free, or for all of its time where none is.
   * @throws NotFound `booking-not-found`.
   */
  async forBooking(tx: ReadTx, bookingId: string, slot?: Slot): Promise<MatchRequest> {
    const booking = await bookingFacts(tx, bookingId);
    const [consents, wishes, slots] = await together([consentsThatCount(tx, booking), wishesOfBooking(tx, bookingId), directSlots(tx, bookingId)]);
    const request = await this.ranked(tx, booking, booking.patientId, { ...wishes, consents });
    const wanted = slot ?? slots.find(isFree);
    return wanted ? requestForSlot(request, booking, wanted) : request;
  }

  /** Before there is a booking; `said` is what the patient would be recorded to have agreed to. @throws Invalid `time-does-not-exist`, `time-happens-twice`; NotFound for an unknown patient or site. */
  async forAppointment(
    tx: ReadTx,
    { organisationId }: StaffActor,
    input: AppointmentInput,
    said: readonly SaidConsent[],
  ): Promise<MatchRequest> {
    const { siteId, patientId, varietyId, modality, topic } = input;
    const subject = { organisationId, patientId, varietyId, topic };
    // All on their way at once: none needs what another finds, and this is asked at every keystroke.
    const [{ site, policy }, wishes, lowered, consents, timesSeen] = await together([
      this.ports.organisations.place(tx, siteId),
      this.ports.patients.bookingWishes(tx, patientId),
      loweredFor(tx, subject),
      consentsImagined(tx, this.ports, subject, said),
      interpretersSeen(tx, patientId, this.clock.now()),
    ]);
    const { zone } = site;
    const imagined: Placed = {
      ...lowered,
      id: null,
      organisationId,
      siteId,
      varietyId,
      modality,
      topic,
      zone,
      ...intervalOf(input, zone),
      localStart: `${input.date}T${input.time}`,
      otherId: policy.clinicLanguage,
      ...wishesFrom(wishes),
    };
    const { wanted, refused } = wishes.interpreterWishes;
    return matchRequestOf(imagined, { site, wanted, refused, consents, timesSeen, ...policy.matching });
  }

  private async ranked(tx: ReadTx, booking: Placed, patientId: string, said: Said): Promise<MatchRequest> {
    const [timesSeen, { site, policy }] = await together([
      interpretersSeen(tx, patientId, this.clock.now()),
      this.ports.organisations.place(tx, booking.siteId),
    ]);
    return matchRequestOf(booking, { site, ...said, timesSeen, ...policy.matching });
  }
}
