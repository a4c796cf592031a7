import { Inject, Injectable } from '@nestjs/common';
import { Attendance, ClinicianLinks, disagreements, type MarkRow, marksOf, ofThoseBooked, opensAt, type Side, standingOf, type StandingMark } from '@dragoman/attendance';
import { bookingFacts } from '@dragoman/bookings';
import type { AttendanceView, ClinicianLink } from '@dragoman/contracts';
import { isoOf, plusMinutes } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { Database, type StaffActor } from '@dragoman/platform';
import { APP_CONFIG, type AppConfig } from '../app.config';
import { Colleagues } from './colleagues';

const byOf = ({ byKind, byId, interpreterName }: MarkRow, staff: ReadonlyMap<string, string>): string =>
  byKind === 'interpreter' ? (interpreterName ?? 'Interpreter') : byKind === 'clinician' ? 'The clinician' : (staff.get(byId) ?? 'The clinic');

const presentMark = (mark: StandingMark, staff: ReadonlyMap<string, string>): AttendanceView['marks'][number] => ({
  id: mark.id,
  side: mark.side satisfies Side,
  kind: mark.kind,
  at: isoOf(mark.at),
  notedAt: isoOf(mark.notedAt),
  by: byOf(mark, staff),
  interpreterName: mark.interpreterName,
});

/** How far a session has come, as both sides say it. */
@Injectable()
export class AttendanceDesk {
  constructor(
    private readonly database: Database,
    private readonly colleagues: Colleagues,
    private readonly organisations: Organisations,
    private readonly attendance: Attendance,
    private readonly links: ClinicianLinks,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** @throws NotFound `booking-not-found`. */
  show(actor: StaffActor, bookingId: string): Promise<AttendanceView> {
    return this.database.read(actor, async (tx) => {
      const booking = await bookingFacts(tx, bookingId);
      const { startsAt, zone, organisationId } = booking;
      const { attendance: rules } = (await this.organisations.get(tx, organisationId)).policy;
      const standing = standingOf(await marksOf(tx, bookingId));
      const now = ofThoseBooked(standing, booking);
      const { staff } = await this.colleagues.seenBy(tx, actor);
      return {
        marks: standing.filter((mark) => mark.kind === 'interpreter-absent' || now.includes(mark)).map((mark) => presentMark(mark, staff)),
        disagreements: disagreements(standing, { zone }, rules),
        opensAt: isoOf(opensAt({ start: startsAt })),
        absentFrom: isoOf(plusMinutes(startsAt, rules.absentAfterMinutes)),
        hasOpenLinks: await this.links.areAnyOpen(tx, bookingId),
      };
    });
  }

  async say(actor: StaffActor, bookingId: string, said: Parameters<Attendance['clinicSays']>[2]): Promise<AttendanceView> {
    await this.attendance.clinicSays(actor, bookingId, said);
    return this.show(actor, bookingId);
  }

  async takeBack(actor: StaffActor, bookingId: string, markId: string): Promise<AttendanceView> {
    await this.attendance.takeBack(actor, bookingId, markId);
    return this.show(actor, bookingId);
  }

  /** Shown once: nobody, this program included, can find it again. */
  async link(actor: StaffActor, bookingId: string): Promise<ClinicianLink> {
    const { token, expiresAt } = await this.links.issue(actor, bookingId);
    return { url: `${this.config.publicUrl()}/c/${token}`, expiresAt: isoOf(expiresAt) };
  }

  endLinks(actor: StaffActor, bookingId: string): Promise<void> {
    return this.links.endAll(actor, bookingId);
  }
}
