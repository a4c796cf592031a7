import { Injectable } from '@nestjs/common';
import type { Explanation, MatchResult, RankedCandidate, TimedExplanation } from '@dragoman/matching';
import { Database, type ReadTx, type StaffActor, together } from '@dragoman/platform';
import { BookingNeighbours } from './booking.neighbours';
import type { AppointmentInput } from './booking.time';
import type { SaidConsent } from './consent.taking';
import { MatchRequests } from './match-requests.service';
import { directSlots } from './slot.queries';

/** Who could interpret: before a booking exists, and for one that does. The same rules as offering and accepting. */
@Injectable()
export class InterpreterSearch {
  constructor(
    private readonly database: Database,
    private readonly ports: BookingNeighbours,
    private readonly requests: MatchRequests,
  ) {}

  /** @throws Invalid `time-does-not-exist`, `time-happens-twice`; NotFound for an unknown patient or site. */
  forAppointment(actor: StaffActor, input: AppointmentInput, said: readonly SaidConsent[] = []): Promise<MatchResult> {
    const subject = { organisationId: actor.organisationId, varietyId: input.varietyId };
    return this.database.read(actor, async (tx) => {
      const [request, ground] = await together([
        this.requests.forAppointment(tx, actor, input, said),
        this.ports.matching.ground(tx, subject),
      ]);
      return this.ports.matching.find(tx, request, ground);
    });
  }

  /** For the first place that is free; whoever has another place is not among them. @throws NotFound `booking-not-found`. */
  forBooking(actor: StaffActor, bookingId: string): Promise<MatchResult> {
    return this.database.read(actor, async (tx) => {
      const result = await this.ports.matching.find(tx, await this.requests.forBooking(tx, bookingId));
      return { ...result, possible: await withoutWhoHasAPlace(tx, bookingId, result.possible) };
    });
  }

  /** How this interpreter ranks, or every reason why not. @throws as `forAppointment`, and NotFound `interpreter-not-found`. */
  explainAppointment(
    actor: StaffActor,
    input: AppointmentInput,
    interpreterId: string,
    said: readonly SaidConsent[] = [],
  ): Promise<Explanation> {
    return this.database.read(actor, async (tx) =>
      this.ports.matching.explain(tx, await this.requests.forAppointment(tx, actor, input, said), interpreterId),
    );
  }

  /** @throws NotFound `booking-not-found`, `interpreter-not-found`. */
  explainBooking(actor: StaffActor, bookingId: string, interpreterId: string): Promise<Explanation> {
    return this.database.read(actor, async (tx) =>
      this.ports.matching.explain(tx, await this.requests.forBooking(tx, bookingId), interpreterId),
    );
  }

  /**
   * All of a screen at once, and the best of everybody; as many statements for many as for one.
   * @throws NotFound `booking-not-found`.
   */
  explainAll(
    actor: StaffActor,
    bookingId: string,
    interpreterIds: readonly string[],
  ): Promise<{ possible: RankedCandidate[]; explanations: TimedExplanation[] }> {
    return this.database.read(actor, async (tx) => {
      const request = await this.requests.forBooking(tx, bookingId);
      const { possible } = await this.ports.matching.find(tx, request);
      return { possible: await withoutWhoHasAPlace(tx, bookingId, possible), explanations: await this.ports.matching.explainAll(tx, request, interpreterIds) };
    });
  }
}

const withoutWhoHasAPlace = async (tx: ReadTx, bookingId: string, possible: RankedCandidate[]): Promise<RankedCandidate[]> => {
  const slots = await directSlots(tx, bookingId);
  if (slots.length < 2) return possible;
  return possible.filter(({ interpreterId }) => !slots.some((slot) => slot.interpreterId === interpreterId));
};
