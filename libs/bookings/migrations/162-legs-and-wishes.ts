import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['bookings', 'slots', 'assignments', 'offers'];

/** FORCE blinds the owner too, so it is lifted while rows of before get what the new columns mean. */
const blind = (force: 'force' | 'no force'): string =>
  tables.map((table) => `alter table bookings.${table} ${force} row level security;`).join('\n');

/** Slots that say what is interpreted in them, offers for a slot, and the patient's wishes where acceptance finds them. */
export class LegsAndWishes1790000000162 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table bookings.bookings
        add other_id text not null default 'eng' references languages.varieties,
        add pivot_id text references languages.varieties,
        add second_interpreter_id uuid references interpreters.interpreters,
        add avoids_local_area boolean not null default false,
        add asks_conflict boolean not null default false,
        add role_beside text constraint a_role_beside_is_known
          check (role_beside in ('cultural-mediator', 'advocate', 'peer-navigator', 'deaf-relay')),
        add constraint a_pivot_is_a_third_language check (pivot_id <> variety_id and pivot_id <> other_id),
        add constraint a_relay_is_booked_with_both_or_none check
          (state not in ('confirmed', 'in-progress', 'completed') or (pivot_id is null) = (second_interpreter_id is null)),
        add constraint a_relay_has_two_people check (interpreter_id <> second_interpreter_id);

      alter table bookings.slots
        add role text not null default 'direct' constraint a_slot_has_a_role
          check (role in ('direct', 'relay-patient-side', 'relay-clinic-side')),
        add variety_id text references languages.varieties,
        add other_id text references languages.varieties,
        add interpreter_id uuid references interpreters.interpreters,
        add constraint a_leg_names_its_languages check
          ((role = 'direct') = (variety_id is null) and (variety_id is null) = (other_id is null)),
        add constraint a_booking_has_a_slot_once unique nulls not distinct (booking_id, role, variety_id, other_id);

      alter table bookings.offers
        add slot_id uuid references bookings.slots,
        add agreed text constraint an_agreement_was_heard check (agreed in ('by-phone', 'in-person', 'in-house')),
        add no_conflict_at timestamptz,
        drop constraint an_offer_state_is_known,
        add constraint an_offer_state_is_known check
          (state in ('open', 'accepted', 'declined', 'expired', 'closed', 'withdrawn', 'released')),
        add constraint an_agreement_is_an_acceptance check (agreed is null or state in ('accepted', 'released'));

      create table bookings.interpreter_wishes (
        booking_id uuid not null references bookings.bookings,
        organisation_id uuid not null,
        interpreter_id uuid not null references interpreters.interpreters,
        wish text not null constraint a_wish_for_an_interpreter_is_known check (wish in ('wanted', 'refused')),
        constraint an_interpreter_is_wanted_or_refused_for_a_booking primary key (booking_id, interpreter_id)
      );

      ${blind('no force')}
      update bookings.offers o set slot_id = s.id from bookings.slots s where s.booking_id = o.booking_id;
      update bookings.slots s set interpreter_id = a.interpreter_id
        from bookings.assignments a where a.slot_id = s.id and a.released_at is null;
      ${blind('force')}

      alter table bookings.offers alter slot_id set not null;
      create index offers_of_a_slot on bookings.offers (slot_id);

      grant update (second_interpreter_id) on bookings.bookings to d_interp;
      grant update (avoids_local_area, asks_conflict, role_beside) on bookings.bookings to d_sweep;
      grant update (agreed, no_conflict_at) on bookings.offers to d_app;
      grant update (no_conflict_at) on bookings.offers to d_interp;
      grant update (interpreter_id) on bookings.slots to d_app, d_interp, d_sweep;
      grant update (released_at) on bookings.assignments to d_sweep;
    `);
    // Acceptance must know whether its own interpreter is refused; whom else the patient refused is nobody's to read.
    await runner.query(
      rowSecurity('bookings.interpreter_wishes', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'delete'] },
        d_interp: { rows: own.interpreter(), may: ['select'] },
        d_sweep: { rows: 'true', may: ['select', 'insert', 'delete'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table bookings.interpreter_wishes;
      ${blind('no force')}
      update bookings.offers set state = 'withdrawn' where state = 'released';
      ${blind('force')}
      alter table bookings.offers
        drop constraint an_offer_state_is_known,
        add constraint an_offer_state_is_known check (state in ('open', 'accepted', 'declined', 'expired', 'closed', 'withdrawn')),
        drop constraint an_agreement_is_an_acceptance,
        drop slot_id, drop agreed, drop no_conflict_at;
      alter table bookings.slots drop role, drop variety_id, drop other_id, drop interpreter_id;
      alter table bookings.bookings
        drop constraint a_relay_is_booked_with_both_or_none,
        drop other_id, drop pivot_id, drop second_interpreter_id, drop avoids_local_area, drop asks_conflict, drop role_beside;
      revoke update (released_at) on bookings.assignments from d_sweep;
    `);
  }
}
