import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An interpreter keeps their own week and days off on their phone; nobody else's. */
export class OwnWeek1790000000266 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function interpreters.only_ones_own() returns trigger language plpgsql as $$
      begin
        if (case tg_op when 'DELETE' then old.interpreter_id else new.interpreter_id end) is distinct from nullif(current_setting('app.interpreter_id', true), '')::uuid then
          raise exception 'an interpreter writes only their own hours' using errcode = '42501';
        end if;
        if tg_op = 'DELETE' then return old; end if;
        return new;
      end $$;
      create trigger only_ones_own before insert or delete on interpreters.weekly_hours
        for each row when (current_user = 'd_interp') execute function interpreters.only_ones_own();
      create trigger only_ones_own before insert or delete on interpreters.exceptions
        for each row when (current_user = 'd_interp') execute function interpreters.only_ones_own();
      grant insert, delete on interpreters.weekly_hours, interpreters.exceptions to d_interp;

      -- Of whoever is signed in: counts what was saved, and makes anew what searches look at.
      create function interpreters.own_week_changed() returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
        update interpreters.interpreters set version = version + 1 where id = nullif(current_setting('app.interpreter_id', true), '')::uuid;
        select interpreters.refresh_candidates(array[nullif(current_setting('app.interpreter_id', true), '')::uuid]);
      $$;
      revoke execute on function interpreters.own_week_changed() from public;
      grant execute on function interpreters.own_week_changed() to d_interp;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function interpreters.own_week_changed();
      revoke insert, delete on interpreters.weekly_hours, interpreters.exceptions from d_interp;
      drop trigger only_ones_own on interpreters.exceptions;
      drop trigger only_ones_own on interpreters.weekly_hours;
      drop function interpreters.only_ones_own();
    `);
  }
}
