import { Injectable } from '@nestjs/common';
import { type BookingFacts, bookingFactsOf } from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import type { Attempt, Silenced } from '@dragoman/messaging';
import type { OrganisationPolicy } from '@dragoman/organisations';
import { mayBeToldNow, type PatientDetail, type Supporter } from '@dragoman/patients';
import type { ReadTx } from '@dragoman/platform';
import type { Intent } from './intent.entity';
import { overshadowed, toldBefore } from './intent.queries';
import type { Address } from './reach.policy';
import { ReminderNeighbours } from './reminder.neighbours';
import { Tasks } from './tasks.service';
import type { RecordedVariety } from './voice.policy';

/** What keeps a patient from being written to, apart from their profile. */
export interface Silence {
  /** Addresses that asked for no more messages, or where none arrive. */
  silenced: readonly Silenced[];
  /** They said that our texts are not in their language, and nobody has asked which is. */
  isWrongLanguage: boolean;
  /** Whom they agree to be told at this moment; empty too where they did not ask to be told through one. */
  supporters: readonly Supporter[];
  /** Varieties in which calls can be played from recordings. */
  recorded: readonly RecordedVariety[];
}

/** All that saying something to a patient rests on. */
export interface Grounds extends Silence {
  booking: BookingFacts;
  patient: PatientDetail;
  policy: OrganisationPolicy;
  attempts: readonly Attempt[];
  isOvershadowed: boolean;
  /** Something else was said to them about this version of the booking; looked up only for who wishes letters. */
  wasTold: boolean;
}

/** Reads what intents rest on, for as many as there are in the same number of statements. */
@Injectable()
export class GroundsOfIntents {
  constructor(
    private readonly clock: Clock,
    private readonly near: ReminderNeighbours,
    private readonly tasks: Tasks,
  ) {}

  /** @returns them in the order of the intents. */
  async of(tx: ReadTx, intents: readonly Intent[]): Promise<Grounds[]> {
    const bookings = await bookingFactsOf(tx, intents.map(({ bookingId }) => bookingId));
    const about = intents.map((intent) => ({ intent, booking: the(bookings, intent.bookingId) }));
    const patients = await this.near.patients.all(tx, about.map(({ booking }) => booking.patientId));
    const policies = await this.near.organisations.policies(tx, intents.map(({ organisationId }) => organisationId));
    const attempts = await this.near.messages.attemptsOf(tx, intents.map(({ id }) => id));
    const silences = await this.silences(tx, [...patients.values()]);
    const over = await overshadowed(tx, intents, this.clock.now());
    const told = await toldBefore(tx, about.filter(({ booking }) => the(patients, booking.patientId).profile.post !== null).map(({ intent }) => intent.id));
    return about.map(({ intent, booking }) => ({
      ...the(silences, booking.patientId),
      booking,
      patient: the(patients, booking.patientId),
      policy: the(policies, intent.organisationId),
      attempts: attempts.get(intent.id) ?? [],
      isOvershadowed: over.has(intent.id),
      wasTold: told.has(intent.id),
    }));
  }

  /** By patient. */
  async silences(tx: ReadTx, patients: readonly PatientDetail[]): Promise<ReadonlyMap<string, Silence>> {
    const wrong = await this.tasks.patientsWithOpen(tx, 'wrong-language', patients);
    const supporters = await this.supporters(tx, patients);
    const silenced = await this.near.messages.silenced(tx, [...patients.flatMap(writableOf), ...[...supporters.values()].flat().flatMap(writable)]);
    const recorded = await this.recorded(tx, patients);
    return new Map(
      patients.map((patient) => [
        patient.id,
        {
          recorded: recorded.filter(({ organisationId }) => organisationId === patient.organisationId),
          silenced: silenced.filter(({ organisationId }) => organisationId === patient.organisationId),
          isWrongLanguage: wrong.has(patient.id),
          supporters: supporters.get(patient.id) ?? [],
        },
      ]),
    );
  }

  /** Asked only where somebody has a number to be called on. */
  private async recorded(tx: ReadTx, patients: readonly PatientDetail[]): Promise<(RecordedVariety & { organisationId: string })[]> {
    const isCalled = patients.some(({ profile }) => profile.channels.some(({ channel }) => channel !== 'email'));
    return isCalled ? this.near.recordings.complete(tx, patients.map(({ organisationId }) => organisationId)) : [];
  }

  /** By patient, of those who asked to be told through one. */
  private async supporters(tx: ReadTx, patients: readonly PatientDetail[]): Promise<ReadonlyMap<string, Supporter[]>> {
    const asked = patients.filter(({ profile }) => profile.formats.includes('supporter'));
    if (asked.length === 0) return new Map();
    const all = await this.near.supporters.ofAll(tx, asked);
    const now = this.clock.now();
    return new Map([...all].map(([patientId, those]) => [patientId, those.filter((one) => mayBeToldNow(one, now))]));
  }
}

type OwnedAddress = Address & { organisationId: string };

/** A number that is written to may turn out to be one that is rung. */
const writable = ({ organisationId, channel, address }: Pick<Supporter, 'organisationId' | 'channel' | 'address'>): OwnedAddress[] => [
  { organisationId, channel, address },
  ...(channel === 'sms' ? [{ organisationId, channel: 'voice' as const, address }] : []),
];

const writableOf = ({ organisationId, profile }: PatientDetail): OwnedAddress[] =>
  profile.channels.flatMap((channel) => writable({ ...channel, organisationId }));

const the = <Value>(known: ReadonlyMap<string, Value>, id: string): Value => {
  const value = known.get(id);
  if (value === undefined) throw new Error(`nothing is known of ${id}`);
  return value;
};
