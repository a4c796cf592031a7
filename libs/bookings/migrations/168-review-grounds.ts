import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['assignments', 'bookings', 'lowered_pairs', 'understandings'];

/** FORCE blinds the owner too, so it is lifted while answers of before find their review. */
const blind = (force: 'force' | 'no force'): string =>
  tables.map((table) => `alter table bookings.${table} ${force} row level security;`).join('\n');

/** What a review looks at, so that a later no reaches one: a pair may be reviewed again after a review was closed. */
export class ReviewGrounds1790000000168 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bookings.review_grounds (
        booking_id uuid not null,
        side text not null,
        interpreter_id uuid not null,
        organisation_id uuid not null,
        review_id uuid not null references bookings.lowered_pairs,
        constraint an_answer_is_reviewed_once primary key (booking_id, side, interpreter_id),
        constraint a_review_looks_at_an_answer foreign key (booking_id, side, interpreter_id) references bookings.understandings
      );
      create index grounds_of_a_review on bookings.review_grounds (review_id);

      drop index bookings.a_pair_is_lowered_once;
      create unique index a_pair_has_one_open_review on bookings.lowered_pairs
        (organisation_id, patient_id, variety_id, interpreter_variety, interpreter_id) nulls not distinct
        where outcome is null;
      create index lowered_pairs_of_a_patient on bookings.lowered_pairs (organisation_id, patient_id, variety_id);

      ${blind('no force')}
      insert into bookings.review_grounds (booking_id, side, interpreter_id, organisation_id, review_id)
      select distinct on (u.booking_id, u.side, u.interpreter_id) u.booking_id, u.side, u.interpreter_id, u.organisation_id, l.id
        from bookings.understandings u
        join bookings.bookings b on b.id = u.booking_id
        left join lateral (
          select case when a.level <> 'exact' then a.variety_id end as variety from bookings.assignments a
           where a.booking_id = u.booking_id and a.interpreter_id = u.interpreter_id
           order by a.assigned_at desc limit 1) served on true
        join bookings.lowered_pairs l on l.organisation_id = u.organisation_id and l.patient_id = b.patient_id and l.variety_id = b.variety_id
         and (l.interpreter_variety = served.variety or (served.variety is null and l.interpreter_id = u.interpreter_id))
       where not u.understood
       order by u.booking_id, u.side, u.interpreter_id, (l.booking_id = u.booking_id) desc, l.lowered_at desc;
      ${blind('force')}
    `);
    await runner.query(
      rowSecurity('bookings.review_grounds', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'delete'] },
        d_sweep: { rows: 'true', may: ['select', 'insert', 'delete'] },
      }),
    );
  }

  /** Of several reviews that keep one pair low, the last stays and the others are taken as given back. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table bookings.review_grounds;
      drop index bookings.a_pair_has_one_open_review;
      drop index bookings.lowered_pairs_of_a_patient;
      alter table bookings.lowered_pairs no force row level security;
      update bookings.lowered_pairs l set outcome = 'restore', reviewed_at = coalesce(reviewed_at, lowered_at), reason = 'recorded-by-mistake'
       where outcome is distinct from 'restore' and exists (
         select from bookings.lowered_pairs o
          where o.outcome is distinct from 'restore' and o.organisation_id = l.organisation_id and o.patient_id = l.patient_id
            and o.variety_id = l.variety_id and o.interpreter_variety is not distinct from l.interpreter_variety
            and o.interpreter_id is not distinct from l.interpreter_id and (o.lowered_at, o.id) > (l.lowered_at, l.id));
      alter table bookings.lowered_pairs force row level security;
      create unique index a_pair_is_lowered_once on bookings.lowered_pairs
        (organisation_id, patient_id, variety_id, interpreter_variety, interpreter_id) nulls not distinct
        where outcome is distinct from 'restore';
    `);
  }
}
