import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever warns of credentials warns of documents too, and never reads one. */
export class DocumentsThatLapse1790000000269 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy d_sweep on interpreters.documents to d_sweep using (true);
      grant select (id, interpreter_id, kind, title, expires_on) on interpreters.documents to d_sweep;
      create index documents_by_expiry on interpreters.documents (expires_on) where expires_on is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index interpreters.documents_by_expiry;
      revoke select (id, interpreter_id, kind, title, expires_on) on interpreters.documents from d_sweep;
      drop policy d_sweep on interpreters.documents;
    `);
  }
}
