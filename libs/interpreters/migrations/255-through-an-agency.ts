import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Somebody who comes through an agency: known by what the agency says of them, without a home, and never found by a search.
 * Their mail goes to the agency, so that several may have one address.
 */
export class ThroughAnAgency1790000000255 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table interpreters.interpreters
        add agency_id uuid,
        alter latitude drop not null,
        alter longitude drop not null,
        add constraint only_an_agency_may_leave_out_a_home
          check (agency_id is not null or (latitude is not null and longitude is not null)),
        drop constraint an_email_belongs_to_one_interpreter;
      create unique index an_email_belongs_to_one_interpreter on interpreters.interpreters (email) where agency_id is null;
      grant insert, update (agency_id, display_name, gender, serves_requests, email, version) on interpreters.interpreters to d_sweep;
      grant insert, update (credential) on interpreters.skills to d_sweep;
      grant insert on interpreters.weekly_hours to d_sweep;
      grant insert on interpreters.commitments to d_sweep;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke insert, update (agency_id, display_name, gender, serves_requests, email, version) on interpreters.interpreters from d_sweep;
      revoke insert, update (credential) on interpreters.skills from d_sweep;
      revoke insert on interpreters.weekly_hours from d_sweep;
      revoke insert on interpreters.commitments from d_sweep;
      drop index interpreters.an_email_belongs_to_one_interpreter;
      update interpreters.interpreters set email = id || '@agency.invalid', latitude = 0, longitude = 0, active = false where agency_id is not null;
      alter table interpreters.interpreters
        drop constraint only_an_agency_may_leave_out_a_home,
        drop agency_id,
        alter latitude set not null,
        alter longitude set not null,
        add constraint an_email_belongs_to_one_interpreter unique (email);
    `);
  }
}
