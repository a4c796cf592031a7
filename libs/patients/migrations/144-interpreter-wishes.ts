import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A refusal is a fact and who wrote it down: there is no column for a reason, so none can be asked for or leak. */
export class InterpreterWishes1790000000144 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table patients.patients
        add avoids_local_area boolean not null default false,
        add avoids_community boolean not null default false,
        add role_beside text constraint a_wished_role_is_known
          check (role_beside in ('cultural-mediator', 'advocate', 'peer-navigator', 'deaf-relay'));

      create table patients.interpreter_wishes (
        organisation_id uuid not null,
        patient_id uuid not null,
        interpreter_id uuid not null constraint a_wish_names_an_interpreter references interpreters.interpreters,
        wish text not null constraint a_wish_is_for_or_against check (wish in ('wanted', 'refused')),
        recorded_by uuid not null references access.accounts,
        recorded_at timestamptz not null,
        constraint nobody_is_wanted_and_refused primary key (organisation_id, patient_id, interpreter_id),
        constraint a_wish_belongs_to_a_patient foreign key (organisation_id, patient_id)
          references patients.patients (organisation_id, id)
      );
    `);
    await runner.query(
      rowSecurity('patients.interpreter_wishes', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'delete'] },
        d_link: { rows: own.patient(), may: ['select'] },
        d_sweep: { rows: 'true', may: ['select'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table patients.interpreter_wishes;
      alter table patients.patients drop avoids_local_area, drop avoids_community, drop role_beside;
    `);
  }
}
