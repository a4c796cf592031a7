import type { MigrationInterface, QueryRunner } from 'typeorm';

const known = (purposes: string): string => `
  alter table access.links
    drop constraint a_link_has_a_known_purpose,
    add constraint a_link_has_a_known_purpose check (purpose in (${purposes}))`;

/** A link for an outside agency: to one request, and to nobody who is known here. */
export class LinksOfAgencies1790000000258 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(known(`'offer', 'appointment', 'opened-page', 'clinician', 'alert', 'agency'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table access.links no force row level security');
    await runner.query(`delete from access.links where purpose = 'agency'`);
    await runner.query('alter table access.links force row level security');
    await runner.query(known(`'offer', 'appointment', 'opened-page', 'clinician', 'alert'`));
  }
}
