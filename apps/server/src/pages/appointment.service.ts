import { Injectable } from '@nestjs/common';
import { Links } from '@dragoman/access';
import { type BookingFacts, bookingFacts, type BookingState } from '@dragoman/bookings';
import { Clock, NotFound, plusMinutes } from '@dragoman/kernel';
import { languageForReader, type PatientLanguage, Wordbooks } from '@dragoman/words';
import { type CommunicationProfile, pageNeedsCode, Patients, readsOf } from '@dragoman/patients';
import { Database, type PatientActor } from '@dragoman/platform';
import type { AppointmentSource } from './appointment.presenter';

/** Proves that the code was right. */
export const OPENED_COOKIE = 'opened';
const OPEN_FOR_MINUTES = 30;

const ahead: ReadonlySet<BookingState> = new Set(['requested', 'offering', 'confirmed', 'in-progress']);

export interface AppointmentVisit {
  actor: PatientActor;
  source: AppointmentSource;
  booking: Pick<BookingFacts, 'id' | 'version' | 'startsAt' | 'endsAt' | 'siteAddress' | 'room'>;
  /** The first language the patient reads that there are texts for. */
  reads: PatientLanguage | null;
  /** For what they can listen to. */
  languages: CommunicationProfile['languages'];
  needsCode: boolean;
}

/** Who stands before the patient's page, and how much of it they may see. */
@Injectable()
export class AppointmentVisits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: Links,
    private readonly patients: Patients,
    private readonly wordbooks: Wordbooks,
  ) {}

  /** @returns null for an unknown, expired or revoked link and for an appointment that is over, all alike. */
  async find(token: string): Promise<AppointmentVisit | null> {
    const link = await this.links.resolve(token, 'appointment');
    if (link?.state !== 'open') return null;
    const { organisationId, patientId, subjectId: bookingId } = link;
    const actor: PatientActor = { kind: 'patient', organisationId, bookingId, patientId };
    return this.database.read(actor, async (tx) => {
      const facts = await bookingFacts(tx, bookingId);
      const { profile } = await this.patients.get(tx, patientId);
      if (!ahead.has(facts.state) || facts.endsAt <= this.clock.now()) return null;
      return {
        actor,
        booking: facts,
        source: { ...facts, dawnClock: profile.dawnClock, words: await this.wordbooks.of(tx, organisationId) },
        reads: languageForReader(readsOf(profile).map(({ varietyId }) => varietyId)),
        languages: profile.languages,
        needsCode: pageNeedsCode(profile),
      };
    });
  }

  /** @throws NotFound `no-such-page` unless the page itself would be shown. */
  async opened(token: string, proof: string | undefined): Promise<AppointmentVisit> {
    const visit = await this.find(token);
    if (visit === null || !(await this.isOpen(visit, proof))) throw new NotFound('no-such-page', 'This link does not open anything.');
    return visit;
  }

  /** @param proof what `open` gave out, from the cookie. */
  async isOpen({ actor, needsCode }: AppointmentVisit, proof: string | undefined): Promise<boolean> {
    if (!needsCode) return true;
    const opened = proof === undefined ? null : await this.links.resolve(proof, 'opened-page');
    return opened?.state === 'open' && opened.subjectId === actor.bookingId;
  }

  /** @returns null if the code does not open this page, whatever the reason. */
  async open(token: string, code: string): Promise<{ proof: string; seconds: number } | null> {
    const visit = await this.find(token);
    if (!visit?.needsCode || !(await this.patients.verifyPageCode(visit.actor, code))) return null;
    const { actor } = visit;
    const { organisationId, patientId, bookingId } = actor;
    const until = plusMinutes(this.clock.now(), OPEN_FOR_MINUTES);
    const proof = await this.database.transaction(actor, (tx) =>
      this.links.issue(tx, { purpose: 'opened-page', organisationId, subjectId: bookingId, patientId, expiresAt: until }),
    );
    return { proof, seconds: OPEN_FOR_MINUTES * 60 };
  }
}
