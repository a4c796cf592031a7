import { Injectable } from '@nestjs/common';
import { CalendarFeeds } from '@dragoman/access';
import { acceptedOffersOf, type OfferFacts, offerFactsOf } from '@dragoman/bookings';
import { Clock, NotFound, plusMinutes } from '@dragoman/kernel';
import { Database } from '@dragoman/platform';
import { calendarFeed, type CalendarJob } from '@dragoman/words';
import { createHash } from 'node:crypto';

const DAY = 24 * 60;
const DAYS_BACK = 30;
const DAYS_AHEAD = 366;

export interface ReadCalendar {
  text: string;
  /** Of what stands in it, not of when it was written. */
  tag: string;
}

/** What an interpreter's calendar program is given: their own jobs, and no word about a patient. */
@Injectable()
export class CalendarDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly feeds: CalendarFeeds,
  ) {}

  /** @throws NotFound `calendar-not-found` for an address that was never given out, and for one that stopped. */
  async read(token: string): Promise<ReadCalendar> {
    const actor = await this.feeds.reader(token);
    if (!actor) throw new NotFound('calendar-not-found', 'This calendar address does not work, or not any more.');
    const now = this.clock.now();
    const jobs = await this.database.read(actor, async (tx) => {
      const window = { start: plusMinutes(now, -DAYS_BACK * DAY), end: plusMinutes(now, DAYS_AHEAD * DAY) };
      return offerFactsOf(tx, await acceptedOffersOf(tx, actor.interpreterId, window));
    });
    const entries = jobs.filter(isTheirs).map(entryOf);
    return { text: calendarFeed(entries, now), tag: `W/"${createHash('sha256').update(JSON.stringify(entries)).digest('base64url').slice(0, 22)}"` };
  }
}

/** What was called off leaves the calendar. */
const isTheirs = ({ bookingState }: OfferFacts): boolean => !['cancelled', 'unmet', 'interpreter-absent'].includes(bookingState);

const ways: Record<OfferFacts['modality'], string | null> = { 'in-person': null, video: 'By video', phone: 'By phone' };

const entryOf = ({ offerId, bookingVersion, startsAt, endsAt, modality, siteName, siteAddress, bookingState }: OfferFacts): CalendarJob => ({
  uid: `${offerId}@dragoman`,
  sequence: bookingVersion,
  startsAt,
  endsAt,
  location: ways[modality] ?? `${siteName}, ${siteAddress}`,
  isTentative: bookingState === 'offering' || bookingState === 'requested',
});
