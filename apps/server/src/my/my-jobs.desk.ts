import { Injectable } from '@nestjs/common';
import { checksOf, delaysOfDay, marksOfDay } from '@dragoman/attendance';
import { acceptedOffersOf, journeysTo, type OfferFacts, offerFactsOf, openOffersOf } from '@dragoman/bookings';
import type { MyJob, MyJobs, MyJobsQuery, MyOffer } from '@dragoman/contracts';
import { addDays, Clock, dayInterval, type LocalDate, NotFound, wallClock } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { Database, type InterpreterActor, type ReadTx } from '@dragoman/platform';
import { concerning, hasDay, saidOfDay } from '../pages/day.policy';
import { type JobOfDay, presentMyJob, presentMyOffer } from './my-job.presenter';

/** Zones lie at most so far apart: a day begins somewhere before it does in London, and ends somewhere after. */
const FARTHEST_DAYS = 1;
const DAYS_SHOWN = 14;

const isThere = <T>(value: T | null): value is T => value !== null;

/** What an interpreter sees of their offers and jobs: as the page behind each link, for all of them at once. */
@Injectable()
export class MyJobsDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
  ) {}

  /** Those that can be answered, the most urgent first. */
  offers(actor: InterpreterActor): Promise<MyOffer[]> {
    const now = this.clock.now();
    return this.database.read(actor, async (tx) => {
      const ids = await openOffersOf(tx, actor.interpreterId, now);
      const facts = await offerFactsOf(tx, ids);
      const journeys = await journeysTo(tx, actor.interpreterId, facts);
      const offers = facts.map((each) => presentMyOffer(each, { journey: journeys.get(each.offerId), now })).filter(isThere);
      return offers.sort((a, b) => ids.indexOf(a.offerId) - ids.indexOf(b.offerId));
    });
  }

  /** On the clock of each place. What was called off is shown until its day is over. */
  jobs(actor: InterpreterActor, zone: string, query: MyJobsQuery): Promise<MyJobs> {
    const now = this.clock.now();
    const today = wallClock(now, zone).date;
    const from = query.from ?? (query.to !== undefined && query.to < today ? query.to : today);
    const to = query.to ?? addDays(from, DAYS_SHOWN);
    return this.database.read(actor, async (tx) => {
      const start = dayInterval(addDays(from, -FARTHEST_DAYS), zone).start;
      const end = dayInterval(addDays(to, FARTHEST_DAYS), zone).end;
      const jobs = await this.present(tx, actor, await acceptedOffersOf(tx, actor.interpreterId, { start, end }));
      const shown = jobs.filter(({ date, state }) => date >= from && date <= to && (state !== 'cancelled' || date >= today));
      return { from, to, days: daysOf(shown) };
    });
  }

  /** @throws NotFound `job-not-found` where it is not theirs, or nothing but an offer. */
  async job(actor: InterpreterActor, offerId: string): Promise<MyJob> {
    const [job] = await this.database.read(actor, (tx) => this.present(tx, actor, [offerId]));
    if (!job) throw new NotFound('job-not-found', 'This job is not yours, or no longer exists.');
    return job;
  }

  private async present(tx: ReadTx, { interpreterId }: InterpreterActor, offerIds: readonly string[]): Promise<MyJob[]> {
    const all = await offerFactsOf(tx, offerIds);
    const journeys = await journeysTo(tx, interpreterId, all);
    const around = await this.daysOfJobs(tx, all);
    return all.map((facts) => presentMyJob(facts, { ...around(facts), journey: journeys.get(facts.offerId) })).filter(isThere);
  }

  /** In as many statements for a hundred jobs as for one. */
  private async daysOfJobs(tx: ReadTx, all: readonly OfferFacts[]): Promise<(facts: OfferFacts) => Omit<JobOfDay, 'journey'>> {
    const bookingIds = all.filter(hasDay).map(({ bookingId }) => bookingId);
    const marks = await marksOfDay(tx, bookingIds);
    const delays = await delaysOfDay(tx, bookingIds);
    const checks = new Map((await checksOf(tx, all.map(({ offerId }) => offerId))).map((check) => [check.offerId, check]));
    const policies = await this.organisations.policies(tx, all.map(({ organisationId }) => organisationId));
    const now = this.clock.now();
    return (facts) => {
      const policy = policies.get(facts.organisationId);
      if (!policy) throw new Error('a job of an organisation that is not there');
      const own = concerning(marks.filter(({ bookingId }) => bookingId === facts.bookingId), facts.interpreterId);
      const lateBy = delays.find(({ bookingId, side }) => bookingId === facts.bookingId && side === 'interpreter')?.minutes ?? null;
      const { absentAfterMinutes } = policy.attendance;
      const day = hasDay(facts) ? { ...saidOfDay(facts, own), absentAfterMinutes, check: checks.get(facts.offerId) ?? null, lateBy } : null;
      return { marks: own, day, freelyUntilHours: policy.givingBack.freelyUntilHours, now };
    };
  }
}

const daysOf = (jobs: readonly MyJob[]): MyJobs['days'] => {
  const dates = [...new Set(jobs.map(({ date }) => date))].sort();
  return dates.map((date: LocalDate) => ({ date, jobs: jobs.filter((job) => job.date === date) }));
};
