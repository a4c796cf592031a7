import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say for calls has a schema of its own; nothing about it changes. */
export class Recordings1790000000219 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema recordings;
      grant usage on schema recordings to d_app, d_sweep, d_install;
      alter table messaging.recordings set schema recordings;
      revoke usage on schema messaging from d_install;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant usage on schema messaging to d_install;
      alter table recordings.recordings set schema messaging;
      drop schema recordings;
    `);
  }
}
