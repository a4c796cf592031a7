import { grants, own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const force = (table: string): string => `alter table ${table} enable row level security, force row level security;`;

export class Access1790000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema access;
      grant usage on schema access to d_app, d_interp, d_link, d_sweep, d_install;

      create table access.accounts (
        id uuid primary key,
        organisation_id uuid not null references organisations.organisations,
        name text not null,
        email citext not null constraint an_email_signs_in_to_one_account unique,
        role text not null constraint a_staff_role_is_known check (role in ('receptionist', 'coordinator', 'administrator')),
        password_hash text not null,
        created_at timestamptz not null,
        deactivated_at timestamptz
      );
      create index accounts_of_an_organisation on access.accounts (organisation_id, name, id);

      create table access.sessions (
        token_hash bytea primary key constraint a_session_token_is_hashed check (octet_length(token_hash) = 32),
        account_id uuid not null references access.accounts,
        organisation_id uuid not null,
        created_at timestamptz not null,
        expires_at timestamptz not null
      );
      create index sessions_that_expire on access.sessions (expires_at);

      create table access.sign_in_attempts (
        counted text primary key,
        attempts int not null,
        since timestamptz not null
      );
      create index sign_in_attempts_by_age on access.sign_in_attempts (since);

      create table access.links (
        token_hash bytea primary key constraint a_link_token_is_hashed check (octet_length(token_hash) = 32),
        purpose text not null constraint a_link_has_a_known_purpose check (purpose in ('offer', 'appointment', 'opened-page')),
        organisation_id uuid not null references organisations.organisations,
        subject_id uuid not null,
        patient_id uuid,
        interpreter_id uuid,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        constraint a_link_names_whose_it_is check
          ((purpose = 'offer' and interpreter_id is not null and patient_id is null)
            or (purpose in ('appointment', 'opened-page') and patient_id is not null and interpreter_id is null))
      );
      create index links_to_a_subject on access.links (subject_id, purpose);
    `);
    // Columns are named so that nobody but the sign-in ever reads a password's hash.
    await runner.query(`
      ${force('access.accounts')}
      create policy d_app on access.accounts to d_app using (${own.organisation()}) with check (${own.organisation()});
      create policy d_install on access.accounts to d_install using (true) with check (true);
      grant select (id, organisation_id, name, email, role, created_at, deactivated_at) on access.accounts to d_app;
      grant insert on access.accounts to d_app;
      grant select, insert on access.accounts to d_install;

      ${force('access.sessions')}
      create policy d_install on access.sessions to d_install using (true) with check (true);
      create policy d_sweep on access.sessions to d_sweep using (true);
      grant select, insert, delete on access.sessions to d_install;
      grant select (expires_at), delete on access.sessions to d_sweep;
    `);
    await runner.query(
      grants('access.sign_in_attempts', {
        d_install: ['select', 'insert', 'update', 'delete'],
        d_sweep: ['select', 'delete'],
      }),
    );
    await runner.query(
      rowSecurity('access.links', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update (revoked_at)'] },
        // A patient who gave their code gets a key to that page, and to nothing else.
        d_link: {
          rows: `purpose = 'opened-page' and ${own.organisation()} and ${own.booking('subject_id')} and ${own.patient()}`,
          may: ['insert'],
        },
        d_sweep: { rows: 'true', may: ['insert'] },
        d_install: { rows: 'true', may: ['select'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema access cascade');
  }
}
