import { Injectable } from '@nestjs/common';
import { Clock, instantOf, newId } from '@dragoman/kernel';
import { Database, type StaffActor } from '@dragoman/platform';
import { type Alternative, AlternativesShown } from './alternatives.entity';
import { MOST_ALTERNATIVES, otherSlots } from './alternatives.policy';
import { BookingNeighbours } from './booking.neighbours';
import { bookingFacts } from './booking.queries';
import { type AppointmentInput, intervalOf } from './booking.time';
import { type JudgedPair, mayBeAskedFor, mayStand } from './consent.policy';
import { InterpreterSearch } from './search.service';

/** What to tell a patient before asking whether they would make do, and what the table says about making do. */
export interface ConsentQuestion extends JudgedPair {
  /** To be named when the consent is recorded: it rests on having been shown these. */
  alternativesId: string;
  alternatives: (Alternative & { displayName: string })[];
  interpreterVariety: string;
  name: string;
  reason: string;
  /** Whether the patient may be asked at all, for what it is about. */
  mayBeAsked: boolean;
  mayStand: boolean;
}

/** Exact interpreters on other dates, which are shown before anybody asks for consent to less. */
@Injectable()
export class Alternatives {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ports: BookingNeighbours,
    private readonly search: InterpreterSearch,
  ) {}

  /** @throws as `InterpreterSearch.forAppointment`; NotFound `unknown-variety`. */
  async forAppointment(actor: StaffActor, appointment: AppointmentInput, interpreterVariety: string): Promise<ConsentQuestion> {
    const site = await this.database.read(actor, (tx) => this.ports.organisations.site(tx, appointment.siteId));
    const { startsAt } = intervalOf(appointment, site.zone);
    const found = await this.look(actor, appointment, site.zone);
    return this.database.transaction(actor, async (tx) => {
      const { organisationId } = actor;
      const { patientId, varietyId, topic, length } = appointment;
      await this.ports.patients.get(tx, patientId);
      const alternativesId = newId();
      await tx.insert(AlternativesShown, {
        id: alternativesId,
        organisationId,
        patientId,
        varietyId,
        startsAt,
        lengthMinutes: length,
        alternatives: found.map(({ interpreterId, date, time, modality }) => ({ interpreterId, date, time, modality })),
        shownTo: actor.accountId,
        shownAt: this.clock.now(),
      });
      const table = await this.ports.encounters.tableFor(tx, organisationId, varietyId);
      const { level, confidence, notFor, reason } = table.judge(interpreterVariety);
      const pair = { level, confidence, notFor };
      const { nameEn } = this.ports.languages.variety(interpreterVariety);
      const may = { mayBeAsked: mayBeAskedFor(pair, topic), mayStand: mayStand(pair) };
      return { alternativesId, alternatives: found, ...pair, interpreterVariety, name: nameEn, reason, ...may };
    });
  }

  /** @throws NotFound `booking-not-found`. */
  async forBooking(actor: StaffActor, bookingId: string, interpreterVariety: string): Promise<ConsentQuestion> {
    const booking = await this.database.read(actor, (tx) => bookingFacts(tx, bookingId));
    const { patientId, siteId, room, modality, varietyId, topic, localStart, lengthMinutes } = booking;
    const [date = '', time = ''] = localStart.split('T');
    const isEarlier = instantOf(localStart, booking.zone, { gap: 'forward', fold: 'earlier' }) >= booking.startsAt;
    const when = { date, time, length: lengthMinutes, fold: isEarlier ? ('earlier' as const) : ('later' as const) };
    return this.forAppointment(actor, { patientId, siteId, room, modality, varietyId, topic, ...when }, interpreterVariety);
  }

  /** A bounded look, which ends as soon as there is enough to choose from. */
  private async look(actor: StaffActor, wanted: AppointmentInput, zone: string): Promise<ConsentQuestion['alternatives']> {
    const found: ConsentQuestion['alternatives'] = [];
    for (const { date, modality } of otherSlots(wanted, zone)) {
      if (found.length >= MOST_ALTERNATIVES) break;
      const { possible } = await this.search.forAppointment(actor, { ...wanted, date, modality, fold: date === wanted.date ? wanted.fold : 'earlier' });
      const best = possible.find(({ level }) => level === 'exact');
      if (best) found.push({ interpreterId: best.interpreterId, displayName: best.displayName, date, time: wanted.time, modality });
    }
    return found;
  }
}
