import { AuditModule } from '@dragoman/audit';
import { FixedClock, newId } from '@dragoman/kernel';
import { Languages, LanguagesModule } from '@dragoman/languages';
import { Organisation, Organisations, OrganisationsModule, Site } from '@dragoman/organisations';
import { InterpreterWish, noInterpreterWishes, Patient, PatientChannel, type PatientInput, PatientLanguage, Patients, PatientsModule } from '@dragoman/patients';
import { Database, type PatientActor, type StaffActor } from '@dragoman/platform';
import type { TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { testModule } from './platform';
import { testDatabase } from './postgres';

export const installation = { kind: 'installation', by: 'test' } as const;
export const opening = new Date('2026-09-12T09:00:00Z');

export const amna = (more: Partial<PatientInput> = {}): PatientInput => ({
  name: 'Amna Idris Osman',
  recordNumber: null,
  needsInterpreter: 'yes',
  languages: [
    { varietyId: 'apd', role: 'speaks', enoughForDoctor: true, learntHow: 'pointed' },
    { varietyId: 'arb', role: 'reads', enoughForDoctor: false, learntHow: 'self' },
  ],
  channels: [{ channel: 'sms', address: '07700 900482', safety: 'shared' }],
  genderWish: { gender: 'woman', strength: 'required' },
  interpreterWishes: noInterpreterWishes,
  safeHours: { from: '10:00', to: '16:00' },
  pageCode: null,
  dawnClock: false,
  unidentified: null,
  ...more,
});

/** Whoever opened the link that this patient was sent. */
export const holderOf = (actor: StaffActor, patientId: string): PatientActor => ({
  kind: 'patient',
  organisationId: actor.organisationId,
  bookingId: newId(),
  patientId,
});

/** Patients on a database of their own, and somebody at the desk of two organisations. */
export interface PatientsStand {
  nest: TestingModule;
  clock: FixedClock;
  database: Database;
  patients: Patients;
  superuser: pg.Client;
  here: StaffActor;
  there: StaffActor;
  /** Of an organisation of their own. */
  receptionistOf(organisation: string): Promise<StaffActor>;
  close(): Promise<void>;
}

export const patientsStand = async (): Promise<PatientsStand> => {
  const clock = new FixedClock(opening);
  const test = await testDatabase();
  const nest = await testModule(test, {
    imports: [AuditModule, OrganisationsModule, LanguagesModule, PatientsModule],
    entities: [Organisation, Site, Patient, PatientLanguage, PatientChannel, InterpreterWish],
    clock,
  });
  const superuser = new pg.Client({ connectionString: test.superuserUrl });
  await superuser.connect();
  await nest.get(Languages).load(installation);
  const receptionistOf = async (name: string): Promise<StaffActor> => {
    const { id } = await nest.get(Organisations).create(installation, { name, zone: 'Europe/London' });
    return { kind: 'staff', organisationId: id, accountId: newId(), role: 'receptionist' };
  };
  return {
    nest, clock, superuser, receptionistOf,
    database: nest.get(Database),
    patients: nest.get(Patients),
    here: await receptionistOf('Marlowe Road'),
    there: await receptionistOf('Harbour Trust'),
    close: async () => {
      await superuser.end();
      await nest.close();
      await test.close();
    },
  };
};
