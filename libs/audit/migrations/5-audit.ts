import type { MigrationInterface, QueryRunner } from 'typeorm';

const setting = (name: string): string => `(select nullif(current_setting('app.${name}', true), ''))`;
const columns = 'id, at, actor_kind, actor_id, organisation_id, action, subject_kind, subject_id, details';

/** Each role may only write entries in the name of who it is: the trail cannot be made to accuse somebody else. */
const asOneself = {
  d_app: `actor_kind = 'staff' and actor_id = ${setting('account_id')} and organisation_id = ${setting('organisation_id')}::uuid`,
  d_interp: `actor_kind = 'interpreter' and actor_id = ${setting('interpreter_id')}`,
  d_link: `actor_kind = 'patient' and actor_id = ${setting('patient_id')} and organisation_id = ${setting('organisation_id')}::uuid`,
  d_sweep: `actor_kind = 'job'`,
  d_install: `actor_kind = 'installation'`,
};

export class Audit1790000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema audit;
      grant usage on schema audit to d_app, d_interp, d_link, d_sweep, d_install;

      create table audit.entries (
        id uuid primary key,
        at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        actor_kind text not null,
        actor_id text not null,
        organisation_id uuid,
        action text not null,
        subject_kind text not null,
        subject_id text not null,
        details jsonb not null default '{}'
      );
      create index entries_about_a_subject on audit.entries (subject_kind, subject_id, at);

      create table audit.unsealed (entry_id uuid primary key);

      create table audit.seals (
        n bigint primary key,
        previous bytea not null constraint a_seal_is_followed_by_one_other unique,
        hash bytea not null,
        entry_ids uuid[] not null,
        digests bytea[] not null,
        sealed_at timestamptz not null,
        constraint a_seal_has_a_digest_for_each_entry check
          (cardinality(entry_ids) > 0 and cardinality(entry_ids) = cardinality(digests))
      );

      create function audit.queue_for_sealing() returns trigger
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        insert into audit.unsealed (entry_id) values (new.id);
        return null;
      end $$;
      revoke all on function audit.queue_for_sealing() from public;
      create trigger entries_are_queued_for_sealing after insert on audit.entries
        for each row execute function audit.queue_for_sealing();

      create function audit.refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'The audit trail is only ever added to.' using errcode = 'insufficient_privilege';
      end $$;
      create trigger entries_never_change before update or delete or truncate on audit.entries
        for each statement execute function audit.refuse_change();
      create trigger seals_never_change before update or delete or truncate on audit.seals
        for each statement execute function audit.refuse_change();

      alter table audit.entries enable row level security, force row level security;
    `);
    for (const [role, check] of Object.entries(asOneself))
      await runner.query(`
        create policy ${role}_adds on audit.entries for insert to ${role} with check (${check});
        grant insert (${columns}) on audit.entries to ${role};
      `);
    await runner.query(`
      create policy d_sweep_reads on audit.entries for select to d_sweep using (true);
      grant select on audit.entries to d_sweep;
      grant select, delete on audit.unsealed to d_sweep;
      grant select, insert (n, previous, hash, entry_ids, digests, sealed_at) on audit.seals to d_sweep;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema audit cascade');
  }
}
