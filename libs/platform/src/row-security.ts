import type { DatabaseRole } from './actor';

type Privilege = 'select' | 'insert' | 'delete' | 'update' | `update (${string})` | `insert (${string})`;

export interface RolePolicy {
  /** SQL condition on the row, for reading and for writing; `true` only for d_sweep. */
  rows: string;
  may: readonly Privilege[];
}

const setting = (name: string): string => `(select nullif(current_setting('app.${name}', true), '')::uuid)`;

/** Conditions that keep their index under a policy: leakproof `=` against a setting read once. */
export const own = {
  organisation: (column = 'organisation_id'): string => `${column} = ${setting('organisation_id')}`,
  account: (column = 'account_id'): string => `${column} = ${setting('account_id')}`,
  interpreter: (column = 'interpreter_id'): string => `${column} = ${setting('interpreter_id')}`,
  booking: (column = 'booking_id'): string => `${column} = ${setting('booking_id')}`,
  patient: (column = 'patient_id'): string => `${column} = ${setting('patient_id')}`,
} as const;

/**
 * SQL that forces row-level security on a table: one policy per role, so that nothing is OR'ed together.
 * A role that is not named gets nothing.
 */
export const rowSecurity = (table: string, policies: Partial<Record<DatabaseRole, RolePolicy>>): string =>
  [
    `alter table ${table} enable row level security, force row level security;`,
    ...Object.entries(policies).flatMap(([role, { rows, may }]) => [
      `create policy ${role} on ${table} to ${role} using (${rows}) with check (${rows});`,
      `grant ${may.join(', ')} on ${table} to ${role};`,
    ]),
  ].join('\n');

/** For tables without patient data: plain grants. */
export const grants = (table: string, may: Partial<Record<DatabaseRole, readonly Privilege[]>>): string =>
  Object.entries(may)
    .map(([role, privileges]) => `grant ${privileges.join(', ')} on ${table} to ${role};`)
    .join('\n');
