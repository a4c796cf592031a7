import { randomUUID } from 'node:crypto';
import type { ModuleMetadata } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import { AttendanceModule, Concern, Delay, Mark } from '@dragoman/attendance';
import { AccessModule, Account, Accounts, Link } from '@dragoman/access';
import {
  Acceptance, AlternativesShown, Assignment, Booking, type BookingInput, Bookings, BookingsModule, Cancellation, Cancellations, Entry, LanguageConsent, LoweredPair,
  Offer, ReviewGround, Slot, Understanding,
} from '@dragoman/bookings';
import { DatedException, InHouse, Interpreter, InterpreterDocument, Interpreters, OrganisationWeek, Skill, WeeklyHours } from '@dragoman/interpreters';
import { FixedClock } from '@dragoman/kernel';
import { Languages } from '@dragoman/languages';
import { Organisation, Organisations, Site } from '@dragoman/organisations';
import { AcceptedVariety, InterpreterWish, Patient, PatientChannel, PatientLanguage, Patients, Supporter } from '@dragoman/patients';
import { Database, type PlatformOptions, type StaffActor } from '@dragoman/platform';
import pg from 'pg';
import { anInterpreter, aPatient, aSite } from './desk';
import { jobRunner } from './jobs';
import { testModule } from './platform';
import { type TestDatabase, testDatabase } from './postgres';

export interface Clinic {
  staff: StaffActor;
  siteId: string;
}

/** Services of the booking libs on a real database, with builders that make their own parents. */
export interface ClinicStand {
  test: TestDatabase;
  nest: TestingModule;
  clock: FixedClock;
  database: Database;
  superuser: pg.Pool;
  bookings: Bookings;
  cancellations: Cancellations;
  acceptance: Acceptance;
  aClinic(): Promise<Clinic>;
  anInterpreter(clinic: Clinic, changes?: Partial<ReturnType<typeof anInterpreter>>): Promise<string>;
  aPatient(clinic: Clinic, changes?: Partial<ReturnType<typeof aPatient>>): Promise<string>;
  aBooking(clinic: Clinic, changes?: Partial<BookingInput>): Promise<string>;
  offersOf(bookingId: string): Promise<{ id: string; interpreterId: string; state: string }[]>;
  /** Until none is left. */
  runJobs(): Promise<void>;
  count(sql: string, values?: unknown[]): Promise<number>;
  close(): Promise<void>;
}

interface More {
  imports?: NonNullable<ModuleMetadata['imports']>;
  entities?: PlatformOptions['entities'];
}

const entities: PlatformOptions['entities'] = [
  InHouse,
  InterpreterDocument,
  Account, Link, Organisation, Site, Patient, PatientChannel, PatientLanguage, InterpreterWish, Interpreter, Skill, WeeklyHours,
  OrganisationWeek, DatedException, Booking, Offer, Slot, Assignment, Entry, AlternativesShown, LanguageConsent, LoweredPair, ReviewGround, Understanding,
  AcceptedVariety, Supporter, Mark, Delay, Concern, Cancellation,
];

export const clinicStand = async (more: More = {}): Promise<ClinicStand> => {
  const test = await testDatabase();
  const clock = new FixedClock(new Date('2026-11-24T09:42:00Z'));
  const nest = await testModule(test, {
    imports: [AccessModule.with(), BookingsModule, AttendanceModule, ...(more.imports ?? [])],
    entities: [...entities, ...(more.entities ?? [])],
    clock,
  });
  const superuser = new pg.Pool({ connectionString: test.superuserUrl, max: 4 });
  const [database, bookings] = [nest.get(Database, { strict: false }), nest.get(Bookings, { strict: false })];
  const installation = { kind: 'installation', by: 'test' } as const;
  await nest.get(Languages, { strict: false }).load(installation);

  const stand: ClinicStand = {
    test,
    nest,
    clock,
    database,
    superuser,
    bookings,
    cancellations: nest.get(Cancellations, { strict: false }),
    acceptance: nest.get(Acceptance, { strict: false }),
    aClinic: async () => {
      const organisations = nest.get(Organisations, { strict: false });
      const { id: organisationId } = await organisations.create(installation, {
        name: `Clinic ${randomUUID()}`,
        zone: 'Europe/London',
      });
      const account = await nest.get(Accounts, { strict: false }).create(installation, {
        organisationId,
        name: 'Ruth Adeyemi',
        email: `${randomUUID()}@clinic.example`,
        role: 'administrator',
        password: 'correct horse battery',
      });
      const staff: StaffActor = { kind: 'staff', organisationId, accountId: account.id, role: 'administrator' };
      const site = await organisations.addSite(staff, aSite());
      return { staff, siteId: site.id };
    },
    anInterpreter: async ({ staff }, changes = {}) =>
      (await nest.get(Interpreters, { strict: false }).add(staff, { ...anInterpreter(), ...changes })).id,
    aPatient: async ({ staff }, changes = {}) =>
      (await nest.get(Patients, { strict: false }).register(staff, { ...aPatient(), ...changes })).id,
    aBooking: async (clinic, changes = {}) =>
      bookings.request(clinic.staff, {
        patientId: changes.patientId ?? (await stand.aPatient(clinic)),
        siteId: clinic.siteId,
        room: 'Room 6',
        date: '2026-12-03',
        time: '14:30',
        length: 40,
        modality: 'in-person',
        varietyId: 'apd',
        purpose: null,
        topic: 'general',
        offerTo: [],
        requestKey: randomUUID(),
        ...changes,
      }),
    offersOf: async (bookingId) =>
      (
        await superuser.query(
          'select id, interpreter_id as "interpreterId", state from bookings.offers where booking_id = $1 order by created_at, id',
          [bookingId],
        )
      ).rows,
    runJobs: jobRunner(nest, superuser).runJobs,
    count: async (sql, values = []) => Number((await superuser.query(`select count(*) from ${sql}`, values)).rows[0].count),
    close: async () => {
      await superuser.end();
      await nest.close();
      await test.close();
    },
  };
  return stand;
};
