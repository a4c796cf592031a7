import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an organisation rules for itself beside the baseline, which nobody's edit touches. No patient data, and still
 * by organisation: one clinic can neither loosen nor read another's.
 */
export class Rulings1790000000112 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(guards);
    await runner.query(
      [
        rowSecurity('languages.rulings', {
          d_app: { rows: own.organisation(), may: ['select', 'insert', 'update'] },
          // Whoever accepts an offer, and any job that judges again, is held to the ruling of the clinic that asked.
          d_interp: { rows: 'true', may: ['select'] },
          d_sweep: { rows: 'true', may: ['select'] },
        }),
        rowSecurity('languages.loosenings', {
          d_app: { rows: own.organisation(), may: ['select', 'insert', 'update (state, decided_by, decided_at)'] },
        }),
        rowSecurity('languages.edits', { d_app: { rows: own.organisation(), may: ['select', 'insert'] } }),
      ].join('\n'),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table languages.edits, languages.rulings, languages.loosenings;
      drop function languages.looser, languages.works_here, languages.check_loosening, languages.check_ruling`);
  }
}

const tables = `
  create table languages.loosenings (
    id uuid primary key,
    organisation_id uuid not null references organisations.organisations,
    patient_variety text not null references languages.varieties,
    interpreter_variety text not null references languages.varieties,
    lifts boolean not null,
    level text not null constraint a_proposed_level_is_known check (level in ('exact', 'close_consent', 'last_resort', 'never_auto')),
    confidence text not null constraint a_proposed_confidence_is_known check (confidence in ('high', 'medium', 'low')),
    reason text not null constraint a_loosening_has_a_reason check (btrim(reason) <> ''),
    source text not null constraint a_loosening_has_a_source check (btrim(source) <> ''),
    not_for text[] not null,
    before_level text not null,
    before_confidence text,
    before_not_for text[] not null,
    state text not null constraint a_loosening_is_in_a_known_state check (state in ('open', 'approved', 'refused', 'withdrawn')),
    proposed_by uuid not null references access.accounts,
    proposed_at timestamptz not null,
    decided_by uuid references access.accounts,
    decided_at timestamptz,
    constraint a_loosening_is_for_two_varieties check (patient_variety <> interpreter_variety),
    constraint a_close_loosening_is_more_than_a_guess check (level <> 'close_consent' or confidence <> 'low'),
    constraint what_is_decided_says_by_whom check ((state = 'open') = (decided_by is null) and (state = 'open') = (decided_at is null)),
    constraint the_second_person_is_another check (state <> 'approved' or decided_by <> proposed_by),
    constraint who_proposed_it_withdraws_it check (state <> 'withdrawn' or decided_by = proposed_by)
  );
  create unique index one_loosening_of_a_pair_is_open on languages.loosenings
    (organisation_id, patient_variety, interpreter_variety) where state = 'open';

  create table languages.rulings (
    organisation_id uuid not null references organisations.organisations,
    patient_variety text not null references languages.varieties,
    interpreter_variety text not null references languages.varieties,
    level text not null constraint a_ruled_level_is_known check (level in ('exact', 'close_consent', 'last_resort', 'never_auto')),
    confidence text not null constraint a_ruled_confidence_is_known check (confidence in ('high', 'medium', 'low')),
    reason text not null constraint a_ruling_has_a_reason check (btrim(reason) <> ''),
    source text not null constraint a_ruling_has_a_source check (btrim(source) <> ''),
    not_for text[] not null,
    -- False: lifted, the baseline decides again. The row stays, so that lifting is a loosening like any other.
    stands boolean not null,
    -- The agreement of two people that it rests on; without one it never allows more than the baseline does.
    loosening_id uuid references languages.loosenings,
    -- The baseline as it was when they agreed; where it has become stricter since, the agreement has lapsed.
    agreed_level text,
    agreed_confidence text,
    agreed_not_for text[],
    made_by uuid not null references access.accounts,
    made_at timestamptz not null,
    primary key (organisation_id, patient_variety, interpreter_variety),
    constraint a_ruling_is_for_two_varieties check (patient_variety <> interpreter_variety),
    constraint a_close_ruling_is_more_than_a_guess check (level <> 'close_consent' or confidence <> 'low'),
    constraint an_agreement_says_against_what check
      ((loosening_id is null) = (agreed_level is null) and (loosening_id is null) = (agreed_not_for is null))
  );

  create table languages.edits (
    id uuid primary key,
    organisation_id uuid not null references organisations.organisations,
    patient_variety text not null references languages.varieties,
    interpreter_variety text not null references languages.varieties,
    what text not null constraint an_edit_is_of_a_known_kind check
      (what in ('tightened', 'reworded', 'proposed', 'approved', 'refused', 'withdrawn')),
    before_level text not null,
    before_not_for text[] not null,
    after_level text not null,
    after_not_for text[] not null,
    reason text not null,
    source text not null,
    made_by uuid not null references access.accounts,
    made_at timestamptz not null
  );
  create index edits_of_a_pair on languages.edits (organisation_id, patient_variety, interpreter_variety, id);
`;

/** What constraints cannot say: who may decide, and that no row becomes looser without an agreement of its own. */
const guards = `
  create function languages.works_here(account uuid, organisation uuid) returns boolean language sql stable as $$
    select exists (select from access.accounts a where a.id = account and a.organisation_id = organisation and a.deactivated_at is null)
  $$;

  create function languages.check_loosening() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' and new.state <> 'open' then
      raise exception 'a loosening begins as a proposal' using errcode = 'check_violation', constraint = 'a_loosening_begins_as_a_proposal';
    end if;
    if tg_op = 'UPDATE' and old.state <> 'open' then
      raise exception 'it is decided already' using errcode = 'check_violation', constraint = 'a_loosening_is_decided_once';
    end if;
    if not languages.works_here(coalesce(new.decided_by, new.proposed_by), new.organisation_id) then
      raise exception 'whoever decides works here' using errcode = 'check_violation', constraint = 'who_decides_works_here';
    end if;
    if new.state = 'approved' and not languages.works_here(new.proposed_by, new.organisation_id) then
      raise exception 'whoever proposed it works here' using errcode = 'check_violation', constraint = 'who_proposed_it_still_works_here';
    end if;
    return new;
  end $$;
  create trigger a_loosening_is_checked before insert or update on languages.loosenings
    for each row execute function languages.check_loosening();

  create function languages.looser(level text, confidence text, not_for text[], than_level text, than_confidence text, than_not_for text[])
    returns boolean language sql immutable as $$
    select case
      when level = 'never_auto' then false
      else array_position(array['exact', 'close_consent', 'last_resort', 'never_auto'], level)
             < array_position(array['exact', 'close_consent', 'last_resort', 'never_auto'], than_level)
        or not (not_for || case level when 'last_resort' then array['consent-to-treatment', 'safeguarding', 'mental-health'] else '{}' end @> than_not_for)
        or (level = 'close_consent' and than_level = 'close_consent'
          and array_position(array['low', 'medium', 'high'], confidence) > array_position(array['low', 'medium', 'high'], than_confidence))
    end
  $$;

  create function languages.check_ruling() returns trigger language plpgsql as $$
  declare agreed languages.loosenings;
  begin
    if not languages.works_here(new.made_by, new.organisation_id) then
      raise exception 'whoever rules works here' using errcode = 'check_violation', constraint = 'who_decides_works_here';
    end if;
    if tg_op = 'UPDATE' and old.stands and new.loosening_id is not distinct from old.loosening_id
      and (not new.stands or languages.looser(new.level, new.confidence, new.not_for, old.level, old.confidence, old.not_for)) then
      raise exception 'it allows more than before' using errcode = 'check_violation', constraint = 'loosening_takes_two_people';
    end if;
    if new.loosening_id is not null then
      select * into agreed from languages.loosenings l where l.id = new.loosening_id;
      if agreed.state is distinct from 'approved' or agreed.organisation_id <> new.organisation_id
        or agreed.patient_variety <> new.patient_variety or agreed.interpreter_variety <> new.interpreter_variety
        or agreed.lifts = new.stands
        or (new.stands and languages.looser(new.level, new.confidence, new.not_for, agreed.level, agreed.confidence, agreed.not_for)) then
        raise exception 'nobody agreed to that' using errcode = 'check_violation', constraint = 'loosening_takes_two_people';
      end if;
    end if;
    return new;
  end $$;
  create trigger a_ruling_is_checked before insert or update on languages.rulings
    for each row execute function languages.check_ruling();
`;
