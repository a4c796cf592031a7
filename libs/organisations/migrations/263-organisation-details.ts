import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An organisation says itself what it is called, by whose clocks it lives and where patients call. */
export class OrganisationDetails1790000000263 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant update (name, zone, phone) on organisations.organisations to d_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke update (name, zone, phone) on organisations.organisations from d_app');
  }
}
