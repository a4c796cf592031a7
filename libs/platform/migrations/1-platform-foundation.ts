import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions and the group roles that stand for kinds of actor. Roles belong to the cluster, so they may be there already. */
export class PlatformFoundation1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create extension if not exists btree_gist');
    await runner.query('create extension if not exists citext');
    await runner.query('create extension if not exists pg_trgm');
    await runner.query('create extension if not exists unaccent');
    await runner.query(`
      do $$
      declare r text;
      begin
        foreach r in array array['d_app', 'd_interp', 'd_link', 'd_sweep', 'd_install'] loop
          if not exists (select from pg_roles where rolname = r) then
            begin
              execute format('create role %I nologin', r);
            exception when duplicate_object or unique_violation then null;
            end;
          end if;
        end loop;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop extension if exists btree_gist, citext, pg_trgm, unaccent');
  }
}
