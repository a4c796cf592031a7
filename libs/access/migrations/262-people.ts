import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const known = (purposes: string): string => `
  alter table access.links
    drop constraint a_link_has_a_known_purpose,
    add constraint a_link_has_a_known_purpose check (purpose in (${purposes}))`;

/** People are invited, change roles, leave, come back, and choose their own password. */
export class People1790000000262 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table access.invitations (
        id uuid primary key,
        organisation_id uuid not null references organisations.organisations,
        name text not null,
        email citext not null,
        role text not null constraint an_invitation_is_to_a_known_role check (role in ('receptionist', 'coordinator', 'administrator')),
        invited_by uuid not null references access.accounts,
        sent int not null default 1,
        created_at timestamptz not null,
        sent_at timestamptz not null,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        withdrawn_at timestamptz,
        constraint an_invitation_ends_one_way check (accepted_at is null or withdrawn_at is null)
      );
      create unique index an_address_is_invited_once on access.invitations (organisation_id, email)
        where accepted_at is null and withdrawn_at is null;
    `);
    await runner.query(
      rowSecurity('access.invitations', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update (sent, sent_at, expires_at, withdrawn_at)'] },
        d_install: { rows: 'true', may: ['select', 'update (accepted_at)'] },
        d_sweep: { rows: 'true', may: ['select'] },
      }),
    );
    await runner.query(`
      grant update (role, deactivated_at) on access.accounts to d_app;
      grant update (password_hash) on access.accounts to d_install;
      create policy d_sweep on access.accounts to d_sweep using (true);
      grant select (id, organisation_id, name, email, role, created_at, deactivated_at) on access.accounts to d_sweep;

      create policy d_app on access.sessions to d_app using (${own.organisation()});
      grant select (account_id, organisation_id), delete on access.sessions to d_app;
      create index sessions_of_an_account on access.sessions (account_id);

      grant update (revoked_at) on access.links to d_install;
    `);
    await runner.query(known(`'offer', 'appointment', 'opened-page', 'clinician', 'alert', 'agency', 'invitation', 'password'`));
  }

  /** Links to what is no longer there end. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table access.links no force row level security');
    await runner.query(`delete from access.links where purpose in ('invitation', 'password')`);
    await runner.query('alter table access.links force row level security');
    await runner.query(known(`'offer', 'appointment', 'opened-page', 'clinician', 'alert', 'agency'`));
    await runner.query(`
      revoke update (revoked_at) on access.links from d_install;
      drop index access.sessions_of_an_account;
      revoke select (account_id, organisation_id), delete on access.sessions from d_app;
      drop policy d_app on access.sessions;
      revoke select (id, organisation_id, name, email, role, created_at, deactivated_at) on access.accounts from d_sweep;
      drop policy d_sweep on access.accounts;
      revoke update (password_hash) on access.accounts from d_install;
      revoke update (role, deactivated_at) on access.accounts from d_app;
      drop table access.invitations;
    `);
  }
}
