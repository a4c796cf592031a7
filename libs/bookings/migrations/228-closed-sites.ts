import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Nobody books where nobody comes any more. The site's row is locked as its foreign key locks it: whoever closes a site holds the row
 * against that, so a booking of the same moment is seen by the closing, or sees it.
 */
export class ClosedSites1790000000228 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function bookings.a_closed_site_takes_no_bookings() returns trigger language plpgsql as $$
      declare closed timestamptz;
      begin
        select s.closed_at into closed from organisations.sites s where s.id = new.site_id for key share;
        if closed is not null then
          raise exception 'the site is closed' using errcode = '23514', constraint = 'a_closed_site_takes_no_bookings';
        end if;
        return new;
      end $$;
      create trigger a_closed_site_takes_no_bookings before insert on bookings.bookings
        for each row execute function bookings.a_closed_site_takes_no_bookings();
      create trigger a_closed_site_takes_no_bookings_by_change before update on bookings.bookings
        for each row when (old.site_id is distinct from new.site_id) execute function bookings.a_closed_site_takes_no_bookings();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger a_closed_site_takes_no_bookings on bookings.bookings;
      drop trigger a_closed_site_takes_no_bookings_by_change on bookings.bookings;
      drop function bookings.a_closed_site_takes_no_bookings();
    `);
  }
}
