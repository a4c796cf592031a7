import { grants } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { candidatesTable, refreshCandidates } from './154-candidates';
import { CandidateHours1790000000155 } from './155-candidate-hours';
import { CandidateFactsSideBySide1790000000156 } from './156-candidate-facts-side-by-side';

/**
 * Searches look through candidates in memory (`CandidateRegister`). What is kept is one row for each, and by which transaction it
 * was last written, so that whoever remembers a snapshot is told what that snapshot did not see.
 */
export class CandidatesInOneRow1790000000187 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function interpreters.refresh_candidates(uuid[]);
      drop table interpreters.candidates;
      drop function interpreters.hours_touched(int4multirange);
      alter table interpreters.candidate_facts
        drop has_exceptions,
        add changed xid8 not null default pg_current_xact_id();
      create index candidate_facts_by_change on interpreters.candidate_facts (changed);`);
    await runner.query(refreshFacts);
    await runner.query('select interpreters.refresh_candidates(array(select id from interpreters.interpreters))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function interpreters.refresh_candidates(uuid[]);
      truncate interpreters.candidate_facts;
      alter table interpreters.candidate_facts drop changed, add has_exceptions boolean not null;
      ${candidatesTable}`);
    await runner.query(refreshCandidates);
    await runner.query(
      grants('interpreters.candidates', { d_app: ['select', 'insert', 'update', 'delete'], d_interp: ['select'], d_sweep: ['select'] }),
    );
    await new CandidateHours1790000000155().up(runner);
    await new CandidateFactsSideBySide1790000000156().up(runner);
  }
}

/** In the order of `KeptFacts`. */
const refreshFacts = `
  create function interpreters.refresh_candidates(ids uuid[]) returns void language sql as $$
    insert into interpreters.candidate_facts (interpreter_id, facts)
    select i.id, json_build_array(
             i.display_name, i.gender, i.serves_requests, i.roles, i.modalities, i.zone, i.latitude, i.longitude, i.radius_km, i.transport,
             i.hourly_rate, i.active, i.daily_cap_minutes,
             (select coalesce(json_agg(json_build_array(k.variety_id, k.other_id, k.direction, k.credential, k.credential_expires_on,
                       k.credential_level, k.scope)), '[]')
                from interpreters.skills k where k.interpreter_id = i.id),
             (select coalesce(json_agg(json_build_array(h.weekday, h.from_minute, h.to_minute)), '[]')
                from interpreters.weekly_hours h where h.interpreter_id = i.id),
             (select coalesce(json_agg(json_build_array(e.kind, e.from_date, e.to_date, e.from_minute, e.to_minute)), '[]')
                from interpreters.exceptions e where e.interpreter_id = i.id))
      from interpreters.interpreters i where i.id = any(ids)
    on conflict (interpreter_id) do update set facts = excluded.facts, changed = pg_current_xact_id();
  $$`;
