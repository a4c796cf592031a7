import type { MigrationInterface, QueryRunner } from 'typeorm';

const checks = (purposes: string, holders: string): string => `
  alter table access.links
    drop constraint a_link_has_a_known_purpose,
    drop constraint a_link_names_whose_it_is,
    add constraint a_link_has_a_known_purpose check (purpose in (${purposes})),
    add constraint a_link_names_whose_it_is check
      ((purpose = 'offer' and interpreter_id is not null and patient_id is null)
        or (purpose in ('appointment', 'opened-page') and patient_id is not null and interpreter_id is null)${holders})`;

/** A link to one booking for whoever treats the patient then: it names neither patient nor interpreter. */
export class ClinicianLinks1790000000241 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      checks(`'offer', 'appointment', 'opened-page', 'clinician'`, ` or (purpose = 'clinician' and patient_id is null and interpreter_id is null)`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table access.links no force row level security;
      delete from access.links where purpose = 'clinician';
      alter table access.links force row level security;`);
    await runner.query(checks(`'offer', 'appointment', 'opened-page'`, ''));
  }
}
