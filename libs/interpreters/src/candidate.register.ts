import { Injectable } from '@nestjs/common';
import { hotRows, type ReadTx } from '@dragoman/platform';
import { type Candidate, candidateOf, type KeptFacts } from './candidate';
import { Speakers } from './speakers';

interface FactsRow {
  id: string;
  facts: KeptFacts;
}

/**
 * Whom the remembered snapshot did not see as they are now. Rows from another cluster's backup may bear numbers of transactions
 * that are still to come: they changed before any snapshot of this one.
 */
const changedSince = `
  select pg_current_snapshot()::text as snapshot, f.interpreter_id as id, f.facts
    from (select $1::pg_snapshot as seen) s
    left join interpreters.candidate_facts f
      on f.changed >= pg_snapshot_xmin(s.seen) and f.changed < pg_snapshot_xmax(pg_current_snapshot())
     and not pg_visible_in_snapshot(f.changed, s.seen)`;

/** Leans on `skills_by_variety`. */
const speakersOf = `
  select f.interpreter_id as id, f.facts from interpreters.candidate_facts f
   where f.interpreter_id in (select interpreter_id from interpreters.skills where variety_id = any($1::text[]))`;

const NOBODY = new Speakers();

/**
 * The interpreters of the languages that were asked for, in memory, and never behind: each search first asks the database what
 * changed since the snapshot that it remembers, which costs one look into an index. What it holds is for looking only; whoever
 * offers or accepts asks the database.
 *
 * Requests come to it at once on many connections. What one of them read is taken only while the register is as it was when
 * that one asked; otherwise it asks again, so that older rows never replace newer ones.
 */
@Injectable()
export class CandidateRegister {
  private readonly people = new Map<string, Candidate>();
  private readonly languages = new Map<string, Speakers>();
  private snapshot: string | null = null;

  /** Afterwards it holds at least what `tx` sees. */
  async refresh(tx: ReadTx): Promise<void> {
    for (;;) {
      const asked = this.snapshot;
      const rows = await hotRows<{ snapshot: string } & (FactsRow | { id: null })>(tx, {
        name: 'candidates-changed', text: changedSince, values: [asked],
      });
      const changed = rows.filter((row) => row.id !== null);
      if (this.snapshot === asked) {
        // Where nothing changed the older snapshot says the same, and loads that are under way stay good.
        if (asked === null || changed.length > 0) this.snapshot = rows[0]?.snapshot ?? null;
        this.replace(changed);
        return;
      }
      if (changed.length === 0) return;
    }
  }

  /** After `refresh`: everybody who has one of these languages is there. */
  async hold(tx: ReadTx, varietyIds: readonly string[]): Promise<void> {
    for (;;) {
      const missing = varietyIds.filter((id) => !this.languages.has(id));
      if (missing.length === 0) return;
      const asked = this.snapshot;
      const rows = await hotRows<FactsRow>(tx, { name: 'candidates-of-languages', text: speakersOf, values: [missing] });
      if (this.snapshot === asked) this.add(missing, rows);
    }
  }

  /** Nobody where the language is not held. */
  speakers(varietyId: string): Speakers {
    return this.languages.get(varietyId) ?? NOBODY;
  }

  /** Somebody whom it holds. */
  candidate(id: string): Candidate | undefined {
    return this.people.get(id);
  }

  /** Who is no longer there. */
  forget(ids: readonly string[]): void {
    for (const id of ids) this.remove(id);
  }

  private add(varietyIds: readonly string[], rows: readonly FactsRow[]): void {
    const missing = new Map(varietyIds.map((id) => [id, new Speakers()]));
    for (const { id, facts } of rows) {
      // Whoever is here for another language is at least as new.
      const person = this.people.get(id) ?? candidateOf(id, facts);
      this.people.set(id, person);
      for (const pair of person.pairs) missing.get(pair.skill.varietyId)?.add(pair);
    }
    for (const [id, speakers] of missing) this.languages.set(id, speakers);
  }

  private replace(rows: readonly FactsRow[]): void {
    for (const { id, facts } of rows) {
      this.remove(id);
      const person = candidateOf(id, facts);
      const held = person.pairs.flatMap((pair) => {
        const speakers = this.languages.get(pair.skill.varietyId);
        return speakers ? [{ pair, speakers }] : [];
      });
      if (held.length > 0) this.people.set(id, person);
      for (const { pair, speakers } of held) speakers.add(pair);
    }
  }

  private remove(id: string): void {
    for (const pair of this.people.get(id)?.pairs ?? []) this.languages.get(pair.skill.varietyId)?.remove(pair);
    this.people.delete(id);
  }
}
