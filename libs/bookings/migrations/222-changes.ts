import type { MigrationInterface, QueryRunner } from 'typeorm';

const blind = (force: 'force' | 'no force'): string => `alter table bookings.offers ${force} row level security;`;

/** What is agreed may change after somebody was booked, an accepted job may be given back, and two who edit at once are told apart. */
export class Changes1790000000222 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table bookings.bookings
        add revision int not null default 1,
        add own_gender_wish boolean not null default false;

      alter table bookings.offers
        add released_why text constraint a_release_has_a_known_reason
          check (released_why in ('leg-lost', 'given-back', 'absent', 'concern', 'replaced', 'changed')),
        add constraint only_a_release_has_a_reason check (released_why is null or state = 'released');

      grant update (released_why) on bookings.offers to d_app, d_interp, d_sweep;
      grant update (revision) on bookings.bookings to d_interp, d_sweep;
      grant update (version, interpreter_id, second_interpreter_id, site_id, room, local_start, zone, length_minutes, starts_at, ends_at,
        modality, variety_id, topic, pivot_id, patient_answer, patient_answered_at) on bookings.bookings to d_sweep;
      grant update (released_at) on bookings.assignments to d_interp;
      grant insert (id, booking_id, organisation_id, interpreter_id, slot_id, state, expires_at, created_at, reply_code) on bookings.offers to d_sweep;
      grant insert on bookings.slots to d_sweep;
      grant delete on interpreters.commitments to d_interp;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke delete on interpreters.commitments from d_interp;
      revoke insert on bookings.slots from d_sweep;
      revoke insert (id, booking_id, organisation_id, interpreter_id, slot_id, state, expires_at, created_at, reply_code) on bookings.offers from d_sweep;
      revoke update (released_at) on bookings.assignments from d_interp;
      revoke update (version, interpreter_id, second_interpreter_id, site_id, room, local_start, zone, length_minutes, starts_at, ends_at,
        modality, variety_id, topic, pivot_id, patient_answer, patient_answered_at) on bookings.bookings from d_sweep;
      ${blind('no force')}
      alter table bookings.offers drop released_why;
      ${blind('force')}
      alter table bookings.bookings drop revision, drop own_gender_wish;
    `);
  }
}
