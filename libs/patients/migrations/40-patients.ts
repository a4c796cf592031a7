import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One required name; no surname, date of birth, immigration status or asylum number: what is not here cannot leak. */
export class Patients1790000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema patients;
      grant usage on schema patients to d_app, d_link, d_sweep;

      create table patients.patients (
        id uuid primary key,
        organisation_id uuid not null references organisations.organisations,
        name text collate "und-x-icu" not null constraint a_patient_has_a_name check (name <> ''),
        search_text text not null,
        record_number text,
        needs_interpreter text not null constraint a_need_is_known_or_unknown check (needs_interpreter in ('yes', 'no', 'unknown')),
        wish_gender text constraint a_wished_gender_is_known check (wish_gender in ('woman', 'man')),
        wish_strength text constraint a_wish_is_required_or_preferred check (wish_strength in ('required', 'preferred')),
        safe_from time,
        safe_to time,
        page_code_hash text,
        dawn_clock boolean not null,
        profile_confirmed_at timestamptz not null,
        created_at timestamptz not null,
        constraint a_wish_has_a_strength check ((wish_gender is null) = (wish_strength is null)),
        constraint safe_hours_have_both_ends check ((safe_from is null) = (safe_to is null)),
        constraint a_record_number_belongs_to_one_patient unique (organisation_id, record_number),
        constraint a_patient_belongs_to_one_organisation unique (organisation_id, id)
      );
      create index patients_by_name on patients.patients (organisation_id, name, id);

      create table patients.languages (
        organisation_id uuid not null,
        patient_id uuid not null,
        variety_id text not null references languages.varieties,
        role text not null constraint a_language_role_is_known check (role in ('speaks', 'reads', 'signs')),
        enough_for_doctor boolean not null,
        learnt_how text not null constraint how_it_was_learnt_is_known
          check (learnt_how in ('pointed', 'audio', 'self', 'relative', 'record')),
        rank int not null,
        constraint a_patients_language_is_named_once primary key (organisation_id, patient_id, variety_id, role),
        constraint a_language_belongs_to_a_patient foreign key (organisation_id, patient_id)
          references patients.patients (organisation_id, id)
      );

      create table patients.channels (
        id uuid primary key,
        organisation_id uuid not null,
        patient_id uuid not null,
        channel text not null constraint a_channel_is_known check (channel in ('sms', 'email', 'voice')),
        address text not null,
        safety text not null constraint a_channels_safety_is_known
          check (safety in ('private', 'shared', 'monitored', 'unsafe', 'unknown')),
        rank int not null,
        constraint a_channel_is_named_once unique (organisation_id, patient_id, channel, address),
        constraint a_channel_belongs_to_a_patient foreign key (organisation_id, patient_id)
          references patients.patients (organisation_id, id)
      );
      create index channels_by_address on patients.channels (address);

      create table patients.page_code_attempts (
        organisation_id uuid not null,
        patient_id uuid not null,
        failed_in_a_row int not null,
        recent int not null,
        recent_since timestamptz not null,
        constraint attempts_are_counted_once primary key (organisation_id, patient_id),
        constraint attempts_belong_to_a_patient foreign key (organisation_id, patient_id)
          references patients.patients (organisation_id, id)
      );
    `);
    await runner.query(
      rowSecurity('patients.patients', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update'] },
        d_link: { rows: own.patient('id'), may: ['select'] },
        d_sweep: { rows: 'true', may: ['select'] },
      }),
    );
    for (const table of ['patients.languages', 'patients.channels'])
      await runner.query(
        rowSecurity(table, {
          d_app: { rows: own.organisation(), may: ['select', 'insert', 'update', 'delete'] },
          d_link: { rows: own.patient(), may: ['select'] },
          d_sweep: { rows: 'true', may: ['select'] },
        }),
      );
    await runner.query(
      rowSecurity('patients.page_code_attempts', {
        d_app: { rows: own.organisation(), may: ['select', 'delete'] },
        d_link: { rows: own.patient(), may: ['select', 'insert', 'update'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema patients cascade');
  }
}
