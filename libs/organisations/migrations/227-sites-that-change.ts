import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A site is corrected where it was written down wrongly, and closed when nobody comes there any more. */
export class SitesThatChange1790000000227 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organisations.sites
        add closed_at timestamptz,
        add revision int not null default 1;
      grant update (name, address, zone, latitude, longitude, rooms, closed_at, revision) on organisations.sites to d_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update (name, address, zone, latitude, longitude, rooms, closed_at, revision) on organisations.sites from d_app;
      alter table organisations.sites drop closed_at, drop revision;
    `);
  }
}
