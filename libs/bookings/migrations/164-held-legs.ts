import type { MigrationInterface, QueryRunner } from 'typeorm';

/** So that the sweep finds what a dead process left half-way without reading every slot there ever was. */
export class HeldLegs1790000000164 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index legs_that_are_filled on bookings.slots (booking_id) where role <> 'direct' and interpreter_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index bookings.legs_that_are_filled');
  }
}
