import { Injectable } from '@nestjs/common';
import { acceptedOffersOf, type OfferFacts, offerFactsOf } from '@dragoman/bookings';
import type { MyWeek } from '@dragoman/contracts';
import { type BookedBy, calendarsOf, ownWeek } from '@dragoman/interpreters';
import { Clock, isoOf, plusMinutes } from '@dragoman/kernel';
import { isAvailable } from '@dragoman/matching';
import { Database, type InterpreterActor } from '@dragoman/platform';

/** Nothing is booked further ahead that anybody looks at. */
const AHEAD_MINUTES = 2 * 366 * 24 * 60;

/** An interpreter's own week, and the jobs that lie outside of it. */
@Injectable()
export class MyWeekDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  show(actor: InterpreterActor): Promise<MyWeek> {
    const { interpreterId } = actor;
    const now = this.clock.now();
    return this.database.read(actor, async (tx) => {
      const week = await ownWeek(tx, interpreterId, now);
      const calendars = await calendarsOf(tx, interpreterId);
      const jobs = await offerFactsOf(tx, await acceptedOffersOf(tx, interpreterId, { start: now, end: plusMinutes(now, AHEAD_MINUTES) }));
      const outside = jobs.filter((job) => isAhead(job, now) && !worksThen(calendars, job));
      return {
        ...week,
        outside: outside.map(({ offerId, startsAt, endsAt, zone, siteName }) => ({
          offerId, startsAt: isoOf(startsAt), endsAt: isoOf(endsAt), zone, placeName: siteName,
        })),
      };
    });
  }
}

const isAhead = ({ bookingState, startsAt }: OfferFacts, now: Date): boolean => bookingState !== 'cancelled' && startsAt > now;

/** By the very rule that offers and acceptances are judged by. */
const worksThen = ({ zone, general, agreed, exceptions }: BookedBy, { organisationId, startsAt, endsAt }: OfferFacts): boolean =>
  isAvailable({ zone, exceptions, hours: agreed.get(organisationId) ?? general }, { start: startsAt, end: endsAt });
