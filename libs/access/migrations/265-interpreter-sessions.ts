import { grants } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Interpreters sign in on their phones with a code. Nothing here belongs to an organisation, and nothing tells of a patient. */
export class InterpreterSessions1790000000265 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table access.sign_in_codes (
        id uuid not null,
        interpreter_id uuid constraint an_interpreter_has_one_code primary key references interpreters.interpreters,
        code_hash text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        tries int not null constraint a_code_is_tried_five_times check (tries between 0 and 5)
      );
      create table access.interpreter_sessions (
        token_hash bytea primary key constraint an_interpreters_token_is_hashed check (octet_length(token_hash) = 32),
        interpreter_id uuid not null references interpreters.interpreters,
        created_at timestamptz not null,
        expires_at timestamptz not null
      );
      create index interpreter_sessions_of_one on access.interpreter_sessions (interpreter_id);
      create index interpreter_sessions_that_expire on access.interpreter_sessions (expires_at);
    `);
    await runner.query(
      grants('access.sign_in_codes', { d_install: ['select', 'update (tries)', 'delete'], d_sweep: ['select', 'insert', 'update', 'delete'] }),
    );
    await runner.query(grants('access.interpreter_sessions', { d_install: ['select', 'insert', 'delete'] }));
    // Whose they are and since when; never a token, not even its hash.
    await runner.query(`
      grant select (interpreter_id, created_at, expires_at), delete on access.interpreter_sessions to d_app, d_sweep;
      grant usage on schema interpreters to d_install;
      grant select (id, display_name, phone, email, zone, active, agency_id) on interpreters.interpreters to d_install;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke select (id, display_name, phone, email, zone, active, agency_id) on interpreters.interpreters from d_install;
      revoke usage on schema interpreters from d_install;
      drop table access.interpreter_sessions;
      drop table access.sign_in_codes;
    `);
  }
}
