export type StaffRole = 'receptionist' | 'coordinator' | 'administrator';

/** Who acts. Decides the database role, what row-level security shows, and what the audit trail says. */
export type Actor =
  | { kind: 'staff'; organisationId: string; accountId: string; role: StaffRole }
  | { kind: 'interpreter'; interpreterId: string }
  /** Whoever holds a patient's capability link: one booking, nothing else. */
  | { kind: 'patient'; organisationId: string; bookingId: string; patientId: string }
  /** Whoever holds a clinician's link to one booking: the session, and nothing of the patient. */
  | { kind: 'clinician'; organisationId: string; bookingId: string }
  /** Whoever holds the link of an outside agency: one request to it, nothing else. */
  | { kind: 'agency'; organisationId: string; agencyId: string }
  | { kind: 'job'; job: string }
  /** Before anybody is known: sign-in, link resolution, the command line. Sees no patient data. */
  | { kind: 'installation'; by: string };

export type StaffActor = Extract<Actor, { kind: 'staff' }>;
export type InterpreterActor = Extract<Actor, { kind: 'interpreter' }>;
export type ClinicianActor = Extract<Actor, { kind: 'clinician' }>;
export type AgencyActor = Extract<Actor, { kind: 'agency' }>;
export type PatientActor = Extract<Actor, { kind: 'patient' }>;

export const databaseRoles = {
  staff: 'd_app',
  interpreter: 'd_interp',
  patient: 'd_link',
  clinician: 'd_link',
  agency: 'd_sweep',
  job: 'd_sweep',
  installation: 'd_install',
} as const satisfies Record<Actor['kind'], string>;

export type DatabaseRole = (typeof databaseRoles)[Actor['kind']];

/** The settings that row-level security reads; every one is set in every transaction, so none leaks from the last. */
export const settingsOf = (actor: Actor): Record<string, string> => ({
  'app.organisation_id': 'organisationId' in actor ? actor.organisationId : '',
  'app.account_id': actor.kind === 'staff' ? actor.accountId : '',
  'app.interpreter_id': actor.kind === 'interpreter' ? actor.interpreterId : '',
  'app.booking_id': 'bookingId' in actor ? actor.bookingId : '',
  'app.patient_id': actor.kind === 'patient' ? actor.patientId : '',
});

/** Who acted, for the audit trail: ids only. */
export const actorId = (actor: Actor): string => {
  switch (actor.kind) {
    case 'staff':
      return actor.accountId;
    case 'interpreter':
      return actor.interpreterId;
    case 'patient':
      return actor.patientId;
    case 'clinician':
      return actor.bookingId;
    case 'agency':
      return actor.agencyId;
    case 'job':
      return actor.job;
    case 'installation':
      return actor.by;
  }
};
