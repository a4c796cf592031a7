import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** FORCE blinds the owner too, so it is lifted while what stood on the booking moves to rows of its own. */
const blind = (force: 'force' | 'no force'): string =>
  ['bookings', 'entries'].map((table) => `alter table bookings.${table} ${force} row level security;`).join('\n');

/** Who cancelled, why, and how long before: written once, never changed, and voided only by what stays beside it. */
export class Cancellations1790000000224 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bookings.cancellations (
        id uuid primary key,
        booking_id uuid not null references bookings.bookings,
        organisation_id uuid not null,
        by text not null constraint a_cancellation_says_whose_it_was check (by in ('clinic', 'patient')),
        reason text not null,
        at timestamptz not null,
        recorded_by text not null,
        notice_minutes int not null,
        is_late boolean not null,
        voided_at timestamptz,
        voided_by text,
        void_reason text,
        constraint a_void_says_who_and_why check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (void_reason is null))
      );
      create unique index a_booking_is_cancelled_once_at_a_time on bookings.cancellations (booking_id) where voided_at is null;
      create index cancellations_of_a_booking on bookings.cancellations (booking_id, at);

      create function bookings.a_cancellation_is_not_relabelled() returns trigger language plpgsql as $$
      begin
        if old.voided_at is not null or (to_jsonb(new) - '{voided_at,voided_by,void_reason}'::text[]) <> (to_jsonb(old) - '{voided_at,voided_by,void_reason}'::text[]) then
          raise exception 'a cancellation is voided once, and never changed' using errcode = '23514', constraint = 'a_cancellation_is_not_relabelled';
        end if;
        return new;
      end $$;
      create trigger a_cancellation_is_not_relabelled before update on bookings.cancellations
        for each row execute function bookings.a_cancellation_is_not_relabelled();

      ${blind('no force')}
      insert into bookings.cancellations (id, booking_id, organisation_id, by, reason, at, recorded_by, notice_minutes, is_late)
        select gen_random_uuid(), b.id, b.organisation_id, coalesce(b.cancelled_by, 'clinic'), coalesce(b.cancellation_reason, ''), c.at, c.by,
               floor(extract(epoch from b.starts_at - c.at) / 60)::int, b.starts_at - c.at < interval '24 hours'
          from bookings.bookings b
          cross join lateral (
            select coalesce(max(e.at), b.created_at) as at, coalesce(max(e.actor_id), b.requested_by::text) as by
              from bookings.entries e where e.booking_id = b.id and e.kind = 'cancelled') c
         where b.state = 'cancelled';
      ${blind('force')}
      alter table bookings.bookings drop cancelled_by, drop cancellation_reason;
    `);
    await runner.query(
      rowSecurity('bookings.cancellations', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update (voided_at, voided_by, void_reason)'] },
        d_sweep: { rows: 'true', may: ['select'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table bookings.bookings add cancelled_by text, add cancellation_reason text;
      alter table bookings.bookings no force row level security;
      alter table bookings.cancellations no force row level security;
      update bookings.bookings b set cancelled_by = c.by, cancellation_reason = c.reason
        from bookings.cancellations c where c.booking_id = b.id and c.voided_at is null;
      alter table bookings.bookings force row level security;
      drop table bookings.cancellations;
      drop function bookings.a_cancellation_is_not_relabelled;
    `);
  }
}
