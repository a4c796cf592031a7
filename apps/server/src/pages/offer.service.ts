import { Injectable } from '@nestjs/common';
import { Links } from '@dragoman/access';
import { marksOf, opensAt, standingOf } from '@dragoman/attendance';
import { type OfferFacts, offerFacts } from '@dragoman/bookings';
import { Clock, Conflict, Invalid, NotFound } from '@dragoman/kernel';
import { Database, type InterpreterActor, type ReadTx } from '@dragoman/platform';
import { type AttendanceView, presentAttendance } from './attendance.presenter';
import { offerPage } from './offer.page';
import { presentOffer } from './offer.presenter';

export interface OfferVisit {
  token: string;
  actor: InterpreterActor;
  offerId: string;
}

/** What a rule said against it; anything else goes on its way. */
export const refusalOf = (answer: Promise<void>): Promise<string | null> =>
  answer.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Conflict || error instanceof Invalid) return error.message;
      throw error;
    },
  );

const tookPlace: readonly OfferFacts['bookingState'][] = ['confirmed', 'in-progress', 'completed', 'patient-absent'];

/** Who stands before an interpreter's page, and what it shows. */
@Injectable()
export class OfferVisits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: Links,
  ) {}

  /** @throws NotFound `link-ended` for an unknown, expired or revoked link alike. */
  async find(token: string): Promise<OfferVisit> {
    const link = await this.links.resolve(token, 'offer');
    if (link?.state !== 'open') throw new NotFound('link-ended', 'This link no longer works.');
    return { token, actor: { kind: 'interpreter', interpreterId: link.interpreterId }, offerId: link.subjectId };
  }

  page({ token, actor, offerId }: OfferVisit, refusal: string | null): Promise<string> {
    return this.database.read(actor, async (tx) => {
      const facts = await offerFacts(tx, offerId);
      const view = presentOffer(token, facts, this.clock.now(), refusal);
      return offerPage({ ...view, attendance: await this.attendanceOf(tx, token, facts) });
    });
  }

  /** Nothing before the day's work begins, nor of a job that is somebody else's. */
  private async attendanceOf(tx: ReadTx, token: string, facts: OfferFacts): Promise<AttendanceView | null> {
    const isTheirs = facts.state === 'accepted' && tookPlace.includes(facts.bookingState);
    if (!isTheirs || this.clock.now() < opensAt({ start: facts.startsAt })) return null;
    return presentAttendance(`/i/${token}`, 'interpreter', standingOf(await marksOf(tx, facts.bookingId)), facts);
  }
}
