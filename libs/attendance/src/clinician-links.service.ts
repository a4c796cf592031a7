import { Injectable } from '@nestjs/common';
import { Links } from '@dragoman/access';
import { Audit } from '@dragoman/audit';
import { type BookingFacts, bookedByOtherVariety, bookingFacts, type Understanding, understandingOfClinician } from '@dragoman/bookings';
import { Clock, Conflict, NotFound, plusMinutes } from '@dragoman/kernel';
import { type ClinicianActor, Database, type ReadTx, type StaffActor } from '@dragoman/platform';
import { ofThoseBooked } from './mark.policy';
import { marksOf, standingOf, type StandingMark } from './mark.queries';

const A_DAY = 24 * 60;

/** What a clinician sees of a session. No name of the patient: they know whom they treat, and a link is passed on. */
export type Briefing = Pick<
  BookingFacts,
  | 'reference' | 'state' | 'startsAt' | 'endsAt' | 'zone' | 'lengthMinutes' | 'modality' | 'siteName' | 'room' | 'varietyName' | 'otherName'
  | 'pivotName' | 'interpreterName' | 'secondInterpreterName' | 'clinicName' | 'clinicPhone'
> & {
  /** The variety by which the interpreter serves, where it is not the patient's own: it begins with a read-back. */
  servesBy: string | null;
  marks: StandingMark[];
  understood: Understanding['understood'] | null;
};

/** The clinician's page needs no account: whoever holds its link attests for the clinic, about one booking. */
@Injectable()
export class ClinicianLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: Links,
    private readonly audit: Audit,
  ) {}

  /** Works until a day after the end. @returns its token. @throws Conflict `appointment-over`; NotFound `booking-not-found`. */
  async issue(actor: StaffActor, bookingId: string): Promise<{ token: string; expiresAt: Date }> {
    return this.database.transaction(actor, async (tx) => {
      const { organisationId, endsAt } = await bookingFacts(tx, bookingId);
      const expiresAt = plusMinutes(endsAt, A_DAY);
      if (expiresAt <= this.clock.now()) throw new Conflict('appointment-over', 'This appointment was more than a day ago. No link was made.');
      const token = await this.links.issue(tx, { purpose: 'clinician', organisationId, subjectId: bookingId, expiresAt });
      await this.audit.record(tx, { action: 'booking.clinician-link-made', subject: { kind: 'booking', id: bookingId }, organisationId });
      return { token, expiresAt };
    });
  }

  /** Every link to the booking that was given out: one that went to the wrong person opens nothing any more. @throws NotFound `booking-not-found`. */
  async endAll(actor: StaffActor, bookingId: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const { organisationId } = await bookingFacts(tx, bookingId);
      await this.links.revoke(tx, { purpose: 'clinician', subjectId: bookingId });
      await this.audit.record(tx, { action: 'booking.clinician-links-ended', subject: { kind: 'booking', id: bookingId }, organisationId });
    });
  }

  /** Whether one that was given out still opens the page, whatever became of the appointment. */
  areAnyOpen(tx: ReadTx, bookingId: string): Promise<boolean> {
    return this.links.isAnyOpen(tx, { purpose: 'clinician', subjectId: bookingId });
  }

  /** @throws NotFound `link-ended` for an unknown, expired or revoked link alike. */
  async holderOf(token: string): Promise<ClinicianActor> {
    const link = await this.links.resolve(token, 'clinician');
    if (link?.state !== 'open') throw new NotFound('link-ended', 'This link no longer works.');
    return { kind: 'clinician', organisationId: link.organisationId, bookingId: link.subjectId };
  }

  brief(actor: ClinicianActor): Promise<Briefing> {
    return this.database.read(actor, async (tx) => {
      const booking = await bookingFacts(tx, actor.bookingId);
      return {
        ...booking,
        servesBy: await bookedByOtherVariety(tx, actor.bookingId),
        marks: ofThoseBooked(standingOf(await marksOf(tx, actor.bookingId)), booking),
        understood: await understandingOfClinician(tx, actor.bookingId),
      };
    });
  }
}
