import { own } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const noPatient = `(select nullif(current_setting('app.patient_id', true), '')) is null`;
const asked = (sides: string): string => `
  alter table bookings.understandings
    drop constraint patient_and_interpreter_are_asked,
    add constraint patient_and_interpreter_are_asked check (side in (${sides}))`;

/** A clinician says whether they understood each other, and reads by which variety the interpreter serves. */
export class WhatAClinicianSees1790000000244 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asked(`'patient', 'interpreter', 'clinician'`));
    await runner.query(`
      create policy d_link on bookings.understandings to d_link
        using (${own.booking()} and ${own.organisation()} and side = 'clinician' and ${noPatient})
        with check (${own.booking()} and ${own.organisation()} and side = 'clinician' and ${noPatient});
      grant select, insert, update (understood, said_at) on bookings.understandings to d_link;
      create policy d_link on bookings.assignments for select to d_link using (${own.booking()} and ${own.organisation()} and ${noPatient});
      grant select (booking_id, organisation_id, variety_id, level, assigned_at, released_at) on bookings.assignments to d_link;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke select (booking_id, organisation_id, variety_id, level, assigned_at, released_at) on bookings.assignments from d_link;
      drop policy d_link on bookings.assignments;
      revoke all on bookings.understandings from d_link;
      drop policy d_link on bookings.understandings;
      alter table bookings.understandings no force row level security;
      alter table bookings.review_grounds no force row level security;
      delete from bookings.review_grounds where side = 'clinician';
      delete from bookings.understandings where side = 'clinician';
      alter table bookings.understandings force row level security;
      alter table bookings.review_grounds force row level security;
    `);
    await runner.query(asked(`'patient', 'interpreter'`));
  }
}
