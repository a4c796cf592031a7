import { Injectable } from '@nestjs/common';
import { delaysOfDay, marksOfDay } from '@dragoman/attendance';
import { type BookingRow, bookingsBetween, unfilledBookings } from '@dragoman/bookings';
import type { AppointmentRow, QueueRow, Today } from '@dragoman/contracts';
import { addDays, Clock, dayInterval, isoOf, isoOrNull, wallClock } from '@dragoman/kernel';
import { newestLetters } from '@dragoman/letters';
import { newestPatientMessages } from '@dragoman/messaging';
import { Organisations } from '@dragoman/organisations';
import { Database, type ReadTx, type StaffActor } from '@dragoman/platform';
import { type OpenTask, Tasks } from '@dragoman/reminders';
import { type DayFacts, presentDayOf } from './day-of-appointment.presenter';
import { type DeskFacts, mostUrgentFirst, needsSomebody, presentAppointment, presentTask, presentUnfilled } from './today.presenter';
import { Fillings } from './what-next';

const DAYS_AHEAD = 7;
/** Of today and the days ahead; what lies beyond is said, never left out in silence. */
const MOST = 500;

/** What a receptionist needs to see first: what waits for a person, then the day. */
@Injectable()
export class TodayDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
    private readonly tasks: Tasks,
    private readonly fillings: Fillings,
  ) {}

  show(actor: StaffActor): Promise<Today> {
    return this.database.read(actor, async (tx) => {
      const now = this.clock.now();
      const { zone, policy } = await this.organisations.get(tx, actor.organisationId);
      const today = dayInterval(wallClock(now, zone).date, zone);
      const end = dayInterval(addDays(wallClock(now, zone).date, DAYS_AHEAD), zone).end;
      const found = await bookingsBetween(tx, actor.organisationId, { start: today.start, end }, MOST + 1);
      const bookings = found.slice(0, MOST);
      const tasks = await this.tasks.open(tx);
      const facts = await this.factsOf(tx, actor, bookings.map(({ id }) => id), tasks);
      const ofToday = bookings.filter(({ startsAt }) => startsAt < today.end);
      const day = await this.dayOf(tx, ofToday, policy.attendance);
      return {
        now: isoOf(now),
        zone,
        queue: await this.queue(tx, actor, { start: now, end }, tasks),
        appointments: ofToday.map((booking) => ({ ...presentAppointment(booking, facts), day: presentDayOf(booking, day) })),
        upcoming: bookings.slice(ofToday.length).map((booking) => presentAppointment(booking, facts)),
        listedUntil: found.length > MOST ? isoOrNull(bookings.at(-1)?.startsAt) : null,
      };
    });
  }

  /** Bookings as rows of a table, wherever it is shown. */
  async rows(tx: ReadTx, actor: StaffActor, bookings: readonly BookingRow[]): Promise<AppointmentRow[]> {
    const facts = await this.factsOf(tx, actor, bookings.map(({ id }) => id), await this.tasks.open(tx));
    return bookings.map((booking) => presentAppointment(booking, facts));
  }

  private async dayOf(tx: ReadTx, bookings: readonly BookingRow[], { absentAfterMinutes }: Pick<DayFacts, 'absentAfterMinutes'>): Promise<DayFacts> {
    const ids = bookings.map(({ id }) => id);
    return { marks: await marksOfDay(tx, ids), delays: await delaysOfDay(tx, ids), absentAfterMinutes };
  }

  private async queue(
    tx: ReadTx,
    actor: StaffActor,
    ahead: { start: Date; end: Date },
    tasks: readonly OpenTask[],
  ): Promise<QueueRow[]> {
    const unfilled = await unfilledBookings(tx, actor.organisationId, ahead);
    const waiting = unfilled.filter((booking) => needsSomebody(booking, ahead.start));
    const fillings = await this.fillings.of(tx, waiting.map(({ id }) => id));
    return [
      ...tasks.map(presentTask),
      ...waiting.map((booking) => presentUnfilled(booking, fillings.get(booking.id))),
    ].sort(mostUrgentFirst);
  }

  private async factsOf(
    tx: ReadTx,
    actor: StaffActor,
    bookingIds: readonly string[],
    tasks: readonly OpenTask[],
  ): Promise<DeskFacts> {
    const about = (kinds: readonly OpenTask['kind'][]): Set<string> =>
      new Set(
        tasks.flatMap(({ kind, bookingId, interpreterName }) =>
          bookingId !== null && interpreterName === null && kinds.includes(kind) ? [bookingId] : [],
        ),
      );
    return {
      deliveries: await newestPatientMessages(tx, actor.organisationId, bookingIds),
      letters: await newestLetters(tx, actor.organisationId, bookingIds),
      notInformed: about(['message-failed', 'call-patient', 'letter-waiting']),
      unread: about(['reply-to-read']),
      now: this.clock.now(),
    };
  }
}
