import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** No column for a note or a reason, and none for a patient's link: what is not here cannot leak, and no link can add anybody. */
export class Supporters1790000000149 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table patients.supporters (
        id uuid primary key,
        organisation_id uuid not null,
        patient_id uuid not null,
        name text not null constraint a_supporter_has_a_name check (name <> ''),
        relation text not null constraint a_supporters_relation_is_known
          check (relation in ('relative', 'friend', 'carer', 'case-worker', 'advocate', 'community-worker')),
        channel text not null constraint a_supporters_channel_is_known check (channel in ('sms', 'email', 'voice')),
        address text not null,
        confirmed_at timestamptz,
        reads_variety text not null references languages.varieties,
        may_be_told text not null constraint what_a_supporter_may_be_told_is_known check (may_be_told in ('when', 'who-when-where')),
        asked_how text not null constraint a_supporter_comes_of_a_private_conversation
          check (asked_how in ('interpreter', 'shared-language')),
        consent_given_at timestamptz not null,
        recorded_by uuid not null references access.accounts,
        expires_at timestamptz not null,
        removed_at timestamptz,
        removed_by uuid references access.accounts,
        constraint a_supporter_stands_for_a_year_at_most check (expires_at > consent_given_at
          and expires_at at time zone 'UTC' <= consent_given_at at time zone 'UTC' + interval '1 year'),
        constraint who_removed_a_supporter_is_known check ((removed_at is null) = (removed_by is null)),
        constraint a_supporter_belongs_to_a_patient foreign key (organisation_id, patient_id)
          references patients.patients (organisation_id, id)
      );
      create unique index a_supporter_is_named_once on patients.supporters (organisation_id, patient_id, channel, address)
        where removed_at is null;
      create index supporters_by_address on patients.supporters (address) where removed_at is null;
      create index supporters_by_expiry on patients.supporters (expires_at) where removed_at is null;
    `);
    await runner.query(
      rowSecurity('patients.supporters', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update (removed_at, removed_by)'] },
        d_sweep: { rows: 'true', may: ['select'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table patients.supporters');
  }
}
