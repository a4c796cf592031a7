import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Several interpreters for one booking: a team works all of it together, by a handover one takes over from another. */
export class Places1790000000260 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table bookings.slots
        drop constraint a_booking_has_a_slot_once,
        add from_minute int not null default 0,
        add until_minute int,
        add given_up_at timestamptz,
        add constraint a_part_has_a_length check (from_minute >= 0 and until_minute > from_minute),
        add constraint a_leg_lasts_all_the_time check (role = 'direct' or (from_minute = 0 and until_minute is null)),
        add constraint a_place_given_up_is_empty check (given_up_at is null or interpreter_id is null);
      create unique index a_relay_has_each_leg_once on bookings.slots (booking_id, role, variety_id, other_id) where role <> 'direct';
      create unique index nobody_has_two_places_of_a_booking on bookings.assignments (booking_id, interpreter_id) where released_at is null;

      alter table bookings.bookings
        add team_ids uuid[] not null default '{}',
        add constraint a_relay_is_no_team check (pivot_id is null or team_ids = '{}');

      grant update (team_ids) on bookings.bookings to d_interp, d_sweep;
      grant update (slot_id) on bookings.offers to d_app, d_interp, d_sweep;
      grant update (given_up_at) on bookings.slots to d_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update (slot_id) on bookings.offers from d_app, d_interp, d_sweep;
      alter table bookings.bookings drop constraint a_relay_is_no_team, drop team_ids;
      drop index bookings.nobody_has_two_places_of_a_booking;
      drop index bookings.a_relay_has_each_leg_once;
      alter table bookings.slots
        drop constraint a_place_given_up_is_empty, drop constraint a_leg_lasts_all_the_time, drop constraint a_part_has_a_length,
        drop from_minute, drop until_minute, drop given_up_at,
        add constraint a_booking_has_a_slot_once unique nulls not distinct (booking_id, role, variety_id, other_id);
    `);
  }
}
