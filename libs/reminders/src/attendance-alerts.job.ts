import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AlertKind, Alerts } from '@dragoman/alerts';
import {
  arrivalMissed, attendanceMarked, concernRaised, isArrivalOpen, isCheckOpen, marksOf, ofThoseBooked, runningLate, standingOf, stillComingAnswered, stillComingSilent,
} from '@dragoman/attendance';
import { bookingFacts, bookingNotMet, nextJobsLate } from '@dragoman/bookings';
import { Database, Events, type Tx } from '@dragoman/platform';

/** An alert that somebody is not there is over once they are seen. */
const overOnceSeen: readonly AlertKind[] = ['interpreter-absent', 'interpreter-late', 'still-coming-silent'];

/** What cannot wait on the day goes to whoever is on duty as well, until one of them says that they see to it. Every handler bears repeating. */
@Injectable()
export class AttendanceAlerts implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly alerts: Alerts,
  ) {}

  onModuleInit(): void {
    const { events } = this;
    events.subscribe(arrivalMissed, 'alert-who-is-on-duty', ({ organisationId, bookingId, offerId, startsAt }) =>
      this.as('alert-who-is-on-duty', async (tx) => {
        if (await isArrivalOpen(tx, offerId))
          await this.alerts.raise(tx, { organisationId, bookingId, kind: 'interpreter-absent', cause: `${offerId} ${startsAt}` });
      }),
    );
    events.subscribe(stillComingSilent, 'alert-of-silence', ({ organisationId, bookingId, offerId, startsAt }) =>
      this.as('alert-of-silence', async (tx) => {
        if (await isCheckOpen(tx, offerId))
          await this.alerts.raise(tx, { organisationId, bookingId, kind: 'still-coming-silent', cause: `${offerId} ${startsAt}` });
      }),
    );
    events.subscribe(runningLate, 'alert-of-lateness', (late) => this.as('alert-of-lateness', (tx) => this.late(tx, late)));
    events.subscribe(concernRaised, 'alert-of-a-concern', ({ organisationId, bookingId, concernId }) =>
      this.as('alert-of-a-concern', async (tx) => void (await this.alerts.raise(tx, { organisationId, bookingId, kind: 'concern', cause: concernId }))),
    );
    events.subscribe(attendanceMarked, 'settle-alerts-of-who-is-here', (about) => this.as('settle-alerts-of-who-is-here', (tx) => this.seen(tx, about)));
    events.subscribe(bookingNotMet, 'settle-alerts-of-who-never-came', ({ organisationId, bookingId }) =>
      this.as('settle-alerts-of-who-never-came', (tx) => this.alerts.settle(tx, { organisationId, bookingId, kinds: overOnceSeen }, 'resolved')),
    );
    events.subscribe(stillComingAnswered, 'settle-alerts-of-silence', ({ organisationId, bookingId, answer }) =>
      this.as('settle-alerts-of-silence', async (tx) => {
        if (answer === 'coming') await this.alerts.settle(tx, { organisationId, bookingId, kinds: ['still-coming-silent'] }, 'resolved');
      }),
    );
  }

  private as(job: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.database.transaction({ kind: 'job', job }, work);
  }

  private async late(tx: Tx, late: { organisationId: string; bookingId: string; delayId: string; side: string; minutes: number }): Promise<void> {
    const { organisationId, bookingId, delayId, side, minutes } = late;
    if (side === 'interpreter')
      await this.alerts.raise(tx, { organisationId, bookingId, kind: 'interpreter-late', cause: delayId, detail: `They say by about ${minutes} minutes.` });
    for (const next of await nextJobsLate(tx, bookingId, minutes))
      await this.alerts.raise(tx, { organisationId: next.organisationId, bookingId: next.bookingId, kind: 'next-job-at-risk', cause: delayId });
  }

  private async seen(tx: Tx, { organisationId, bookingId }: { organisationId: string; bookingId: string }): Promise<void> {
    const standing = ofThoseBooked(standingOf(await marksOf(tx, bookingId)), await bookingFacts(tx, bookingId));
    if (standing.some(({ kind }) => kind === 'arrived' || kind === 'started'))
      await this.alerts.settle(tx, { organisationId, bookingId, kinds: overOnceSeen }, 'resolved');
  }
}
