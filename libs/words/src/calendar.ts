import ical, { ICalCalendarMethod, ICalEventClass, type ICalEventData, ICalEventStatus } from 'ical-generator';

/** An appointment as it goes into somebody's calendar. */
export interface CalendarEntry {
  /** Of the booking, so that whatever is sent about it later changes this entry and adds no second one. */
  uid: string;
  /** Of the booking's version: the highest one counts. */
  sequence: number;
  isCancelled: boolean;
  /** Instants, ISO 8601. */
  startsAt: string;
  endsAt: string;
  /** Calendars are shared and shown on locked screens, so it says no more than the message's subject. */
  summary: string;
  location: string | null;
}

export interface CalendarFrame {
  organizer: { name: string; email: string };
  writtenAt: Date;
}

export const methodOf = ({ isCancelled }: CalendarEntry): 'PUBLISH' | 'CANCEL' => (isCancelled ? 'CANCEL' : 'PUBLISH');

const prodId = { company: 'Dragoman', product: 'Dragoman' };

const eventOf = ({ uid, sequence, isCancelled, startsAt, endsAt, summary, location }: CalendarEntry, writtenAt: Date): ICalEventData => ({
  id: uid,
  sequence,
  stamp: writtenAt,
  start: new Date(startsAt),
  end: new Date(endsAt),
  summary,
  location,
  class: ICalEventClass.PRIVATE,
  status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
});

/**
 * An iCalendar object with one event, its times in UTC. PUBLISH and not REQUEST: a calendar's own yes or no
 * would go to an organiser who does not read it, and answers have one way.
 * Source: RFC 5546 §3.2.1 and §3.2.5, which ask for an organiser.
 */
export const calendarText = (entry: CalendarEntry, { organizer, writtenAt }: CalendarFrame): string => {
  const calendar = ical({ method: entry.isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH, prodId });
  calendar.createEvent({ ...eventOf(entry, writtenAt), organizer });
  return calendar.toString();
};

/** The same entry for somebody who takes it along: nobody invites them, so it has neither method nor organiser (RFC 5545 §3.8.4.3). */
export const calendarFile = (entry: CalendarEntry, writtenAt: Date): string => {
  const calendar = ical({ prodId });
  calendar.createEvent(eventOf(entry, writtenAt));
  return calendar.toString();
};

/** A job as it stands in an interpreter's own calendar. */
export interface CalendarJob {
  uid: string;
  sequence: number;
  startsAt: Date;
  endsAt: Date;
  location: string;
  /** Their time is held while others are looked for. */
  isTentative: boolean;
}

/** Calendars are shared and shown on locked screens: what it is about stays in the app. */
const JOB_SUMMARY = 'Interpreting';
const REFRESH_SECONDS = 900;

/** All jobs of one interpreter, for a program that reads them again and again; times in UTC, so that no zone is needed. */
export const calendarFeed = (jobs: readonly CalendarJob[], writtenAt: Date): string => {
  const calendar = ical({ name: 'My jobs', ttl: REFRESH_SECONDS, prodId });
  for (const { uid, sequence, startsAt, endsAt, location, isTentative } of jobs)
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: writtenAt,
      start: startsAt,
      end: endsAt,
      summary: JOB_SUMMARY,
      location,
      class: ICalEventClass.PRIVATE,
      status: isTentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    });
  return calendar.toString();
};
