import { randomUUID } from 'node:crypto';
import { Accounts, Links } from '@dragoman/access';
import { Acceptance, Bookings, offersOfBooking } from '@dragoman/bookings';
import { Interpreters } from '@dragoman/interpreters';
import { FixedClock } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { type PatientInput, Patients } from '@dragoman/patients';
import { Database, type StaffActor } from '@dragoman/platform';
import { testApp } from './app';
import { anInterpreter, aPatient, aPhone, aSite } from './desk';
import { type TestDatabase, testDatabase } from './postgres';

export const morning = new Date('2026-11-24T09:42:00Z');
/** When the appointments of `PagesStand` end. */
export const end = new Date('2026-12-17T15:10:00Z');

const installation = { kind: 'installation', by: 'test' } as const;

export interface Booked {
  bookingId: string;
  patientId: string;
  interpreters: string[];
}

/** Somebody else may pick the phone up. */
export const sharedPhone = (): Partial<PatientInput> => ({
  channels: [{ channel: 'sms', address: aPhone(), safety: 'shared' }],
  pageCode: '4711',
});

/** The server with a clinic, and builders that end in the address of a page. */
export class PagesStand {
  private constructor(
    readonly database: TestDatabase,
    readonly clock: FixedClock,
    readonly url: string,
    readonly service: <T>(token: new (...args: never[]) => T) => T,
    readonly staff: StaffActor,
    private readonly siteId: string,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<PagesStand> {
    const database = await testDatabase();
    const clock = new FixedClock(morning);
    const running = await testApp(database, { clock, listen: true });
    const service = <T>(token: new (...args: never[]) => T): T => running.app.get<T>(token, { strict: false });
    const { id: organisationId } = await service(Organisations).create(installation, {
      name: 'Marlowe Road Clinic',
      zone: 'Europe/London',
      phone: '020 7946 0110',
    });
    const account = { organisationId, name: 'Ruth Adeyemi', email: `${randomUUID()}@clinic.example`, role: 'administrator' } as const;
    const { id: accountId } = await service(Accounts).create(installation, { ...account, password: 'correct horse battery' });
    const staff: StaffActor = { kind: 'staff', organisationId, accountId, role: 'administrator' };
    const site = await service(Organisations).addSite(staff, { ...aSite(), name: 'Marlowe Road' });
    const close = async (): Promise<void> => {
      await running.close();
      await database.close();
    };
    return new PagesStand(database, clock, running.url, service, staff, site.id, close);
  }

  /** A booking that is being offered to as many interpreters. */
  async aBooking(
    patient: Partial<PatientInput> = {},
    offers = 1,
    more: { date?: string; interpreters?: string[] } = {},
  ): Promise<Booked> {
    const { id: patientId } = await this.service(Patients).register(this.staff, { ...aPatient(), ...patient });
    const interpreters = more.interpreters ?? [];
    while (interpreters.length < offers) interpreters.push((await this.service(Interpreters).add(this.staff, anInterpreter())).id);
    const bookingId = await this.service(Bookings).request(this.staff, {
      patientId,
      siteId: this.siteId,
      room: 'Room 6',
      date: more.date ?? '2026-12-17',
      time: '14:30',
      length: 40,
      modality: 'in-person',
      varietyId: 'apd',
      purpose: 'Antenatal check',
      topic: 'maternity',
      offerTo: interpreters,
      requestKey: randomUUID(),
    });
    return { bookingId, patientId, interpreters };
  }

  async aConfirmedAppointment(patient: Partial<PatientInput> = {}): Promise<Booked & { path: string }> {
    const booked = await this.aBooking(patient);
    for (const { id, interpreterId } of await this.offersOf(booked))
      await this.service(Acceptance).accept({ kind: 'interpreter', interpreterId }, id);
    return { ...booked, path: await this.patientPath(booked) };
  }

  patientPath({ bookingId, patientId }: Booked): Promise<string> {
    const { organisationId } = this.staff;
    const link = { purpose: 'appointment', organisationId, subjectId: bookingId, patientId, expiresAt: end } as const;
    return this.service(Database).transaction(this.staff, async (tx) => `/p/${await this.service(Links).issue(tx, link)}`);
  }

  /** One for each interpreter who was asked, in that order. */
  async offerPaths(booked: Booked): Promise<string[]> {
    const offers = await this.offersOf(booked);
    const { organisationId } = this.staff;
    const paths: string[] = [];
    for (const interpreterId of booked.interpreters) {
      const subjectId = offers.find((offer) => offer.interpreterId === interpreterId)?.id ?? '';
      const link = { purpose: 'offer', organisationId, subjectId, interpreterId, expiresAt: end } as const;
      paths.push(await this.service(Database).transaction(this.staff, async (tx) => `/i/${await this.service(Links).issue(tx, link)}`));
    }
    return paths;
  }

  private offersOf({ bookingId }: Booked): Promise<{ id: string; interpreterId: string }[]> {
    return this.service(Database).read(this.staff, (tx) => offersOfBooking(tx, bookingId));
  }
}
