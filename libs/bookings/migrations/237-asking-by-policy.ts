import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A job asks interpreters, and books those whose calendar is the organisation's own, under the same rules as a person. */
export class AskingByPolicy1790000000237 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant insert (answered_at, agreed, no_conflict_at, released_why) on bookings.offers to d_sweep;
      grant update (agreed, no_conflict_at) on bookings.offers to d_sweep;
      grant insert on bookings.assignments to d_sweep;
      grant insert on interpreters.commitments to d_sweep;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke insert on interpreters.commitments from d_sweep;
      revoke insert on bookings.assignments from d_sweep;
      revoke update (agreed, no_conflict_at) on bookings.offers from d_sweep;
      revoke insert (answered_at, agreed, no_conflict_at, released_why) on bookings.offers from d_sweep;
    `);
  }
}
