import type { Patient as PatientView, PatientPage as PageView, PatientRow as RowView } from '@dragoman/contracts';
import { type PatientDetail, type PatientPage, type PatientRow, strictestChannel } from '@dragoman/patients';

export const presentPatient = ({ id, name, recordNumber, profile }: PatientDetail): PatientView => ({
  id,
  name,
  recordNumber,
  needsInterpreter: profile.needsInterpreter,
  languages: profile.languages.map(({ varietyId, role, enoughForDoctor, learntHow, name: language, autonym }) => ({
    varietyId,
    role,
    enoughForDoctor,
    learntHow,
    name: language,
    autonym,
  })),
  channels: profile.channels.map(({ channel, address, safety }) => ({ channel, address, safety })),
  genderWish: profile.genderWish,
  safeHours: profile.safeHours,
  dawnClock: profile.dawnClock,
  hasPageCode: profile.hasPageCode,
  profileConfirmedAt: profile.confirmedAt.toISOString(),
});

export const presentPatientRow = (row: PatientRow, nextAppointment: Date | undefined): RowView => ({
  id: row.id,
  name: row.name,
  recordNumber: row.recordNumber,
  language: row.language,
  reads: row.reads,
  needsInterpreter: row.needsInterpreter,
  contact: strictestChannel(row.channels),
  nextAppointment: nextAppointment?.toISOString() ?? null,
});

/** @param next by patient: when they come next. */
export const presentPatientPage = ({ items, next: after }: PatientPage, next: ReadonlyMap<string, Date>): PageView => ({
  items: items.map((row) => presentPatientRow(row, next.get(row.id))),
  next: after,
});
