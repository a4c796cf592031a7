import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { bookingsBetween } from '@dragoman/bookings';
import type { DaySheetQuery, MessageSheetQuery } from '@dragoman/contracts';
import { Clock, dayInterval, plusMinutes, wallClock } from '@dragoman/kernel';
import { messagesByTime } from '@dragoman/messaging';
import { Organisations } from '@dragoman/organisations';
import { Database, type StaffActor, type Tx } from '@dragoman/platform';
import { appointmentSheet } from './appointment-sheet.presenter';
import { AT_ONCE, everyPage } from './every-page';
import { messageSheet } from './message-sheet.presenter';
import { statesOf } from './messages.desk';
import { TodayDesk } from './today.desk';

/** More than any clinic sees in a day. */
const MOST_IN_A_DAY = 10_000;
/** Messages pile up for years; a month of them fits in an answer. */
const DAYS_OF_MESSAGES = 31;

/** A day's appointments and what was sent, as a spreadsheet. What leaves the program stands in the audit trail, with how much and of what. */
@Injectable()
export class DayExportsDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly organisations: Organisations,
    private readonly today: TodayDesk,
  ) {}

  /** @returns comma-separated text */
  messages(actor: StaffActor, { show, channel }: MessageSheetQuery): Promise<string> {
    return this.database.transaction(actor, async (tx) => {
      const { zone } = await this.organisations.get(tx, actor.organisationId);
      const since = plusMinutes(this.clock.now(), -DAYS_OF_MESSAGES * 24 * 60);
      const rows = await everyPage((after) => messagesByTime(tx, { states: statesOf[show], channel, after, since, limit: AT_ONCE }));
      await this.note(tx, actor, 'messages.exported', { rows: rows.length, show, ...(channel && { channel }) });
      return messageSheet(rows, zone);
    });
  }

  /** @returns comma-separated text */
  appointments(actor: StaffActor, { date }: DaySheetQuery): Promise<string> {
    return this.database.transaction(actor, async (tx) => {
      const { zone } = await this.organisations.get(tx, actor.organisationId);
      const day = date ?? wallClock(this.clock.now(), zone).date;
      const bookings = await bookingsBetween(tx, actor.organisationId, dayInterval(day, zone), MOST_IN_A_DAY);
      const rows = await this.today.rows(tx, actor, bookings);
      await this.note(tx, actor, 'appointments.exported', { rows: rows.length, date: day });
      return appointmentSheet(rows, zone);
    });
  }

  private note(tx: Tx, { organisationId }: StaffActor, action: string, details: Record<string, string | number>): Promise<void> {
    return this.audit.record(tx, { action, subject: { kind: 'organisation', id: organisationId }, organisationId, details });
  }
}
