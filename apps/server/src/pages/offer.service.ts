import { Injectable } from '@nestjs/common';
import { Links } from '@dragoman/access';
import { checkOf, marksOf, newestDelay, opensAt, standingOf, type StandingMark } from '@dragoman/attendance';
import { type OfferFacts, offerFacts } from '@dragoman/bookings';
import { Clock, Conflict, Invalid, NotFound } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { Database, type InterpreterActor, type ReadTx } from '@dragoman/platform';
import { type AttendanceView, presentAttendance } from './attendance.presenter';
import { offerPage } from './offer.page';
import { concerning, hasDay, saidOfDay } from './day.policy';
import { presentDay } from './day.presenter';
import { type OfferView, presentOffer } from './offer.presenter';

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

/** Who stands before an interpreter's page, and what it shows. */
@Injectable()
export class OfferVisits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: Links,
    private readonly organisations: Organisations,
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
      return offerPage({ ...view, ...(await this.dayOf(tx, token, facts)) });
    });
  }

  private async dayOf(tx: ReadTx, token: string, facts: OfferFacts): Promise<Pick<OfferView, 'attendance' | 'day'>> {
    if (!hasDay(facts)) return { attendance: null, day: null };
    const marks = concerning(standingOf(await marksOf(tx, facts.bookingId)), facts.interpreterId);
    const { absentAfterMinutes } = (await this.organisations.get(tx, facts.organisationId)).policy.attendance;
    const day = {
      token,
      ...facts,
      absentAfterMinutes,
      ...saidOfDay(facts, marks),
      check: await checkOf(tx, facts.offerId),
      lateBy: (await newestDelay(tx, facts.bookingId, 'interpreter'))?.minutes ?? null,
    };
    return { attendance: this.attendanceOf(token, facts, marks), day: presentDay(day, this.clock.now()) };
  }

  /** Nothing before the day's work begins. */
  private attendanceOf(token: string, facts: OfferFacts, marks: readonly StandingMark[]): AttendanceView | null {
    return this.clock.now() < opensAt({ start: facts.startsAt }) ? null : presentAttendance(`/i/${token}`, 'interpreter', marks, facts);
  }
}
