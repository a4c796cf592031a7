import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, hotRows, type ReadTx } from '@dragoman/platform';
import { type Candidate, candidateOf, type KeptFacts } from './candidate';
import { Speakers } from './speakers';

const actor = { kind: 'job', job: 'remember-candidates' } as const;

interface FactsRow {
  id: string;
  facts: KeptFacts;
}

const everybody = 'select pg_current_snapshot()::text as snapshot, f.interpreter_id as id, f.facts from (select) s left join interpreters.candidate_facts f on true';

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

const NOBODY = new Speakers();

/**
 * The interpreters whom a search looks at, by language; never behind: each search first asks the database what changed since the
 * snapshot that is remembered here. What it holds is for looking only; whoever offers or accepts asks the database.
 *
 * Requests come to it at once on many connections. What one of them read is taken only while it is as it was when that one asked;
 * otherwise that one asks again, so that older rows never replace newer ones.
 */
export class Register {
  private readonly people = new Map<string, Candidate>();
  private readonly languages = new Map<string, Speakers>();
  private snapshot: string | null = null;

  /** Afterwards it holds at least what `tx` sees. */
  async refresh(tx: ReadTx): Promise<void> {
    for (;;) {
      const asked = this.snapshot;
      const rows = await hotRows<{ snapshot: string } & (FactsRow | { id: null })>(
        tx,
        asked === null
          ? { name: 'candidates', text: everybody, values: [] }
          : { name: 'candidates-changed', text: changedSince, values: [asked] },
      );
      const changed = rows.filter((row) => row.id !== null);
      if (this.snapshot === asked) {
        // Where nothing changed the older snapshot says the same.
        if (asked === null || changed.length > 0) this.snapshot = rows[0]?.snapshot ?? null;
        this.replace(changed);
        return;
      }
      if (changed.length === 0) return;
    }
  }

  speakers(varietyId: string): Speakers {
    return this.languages.get(varietyId) ?? NOBODY;
  }

  candidate(id: string): Candidate | undefined {
    return this.people.get(id);
  }

  /** Who is no longer there. */
  forget(ids: readonly string[]): void {
    for (const id of ids) {
      for (const pair of this.people.get(id)?.pairs ?? []) this.speakersOf(pair.skill.varietyId).remove(pair);
      this.people.delete(id);
    }
  }

  private replace(rows: readonly FactsRow[]): void {
    for (const { id, facts } of rows) {
      this.forget([id]);
      const person = candidateOf(id, facts);
      if (person.pairs.length > 0) this.people.set(id, person);
      for (const pair of person.pairs) this.speakersOf(pair.skill.varietyId).add(pair);
    }
  }

  private speakersOf(varietyId: string): Speakers {
    const known = this.languages.get(varietyId) ?? new Speakers();
    this.languages.set(varietyId, known);
    return known;
  }
}

/** The register of this process, which everybody's searches look through, and one for each transaction that writes. */
@Injectable()
export class Registers implements OnApplicationBootstrap {
  private readonly everybodys = new Register();
  private readonly ofWriters = new WeakMap<object, Register>();

  constructor(private readonly database: Database) {}

  /** So that nobody's search waits for it. */
  async onApplicationBootstrap(): Promise<void> {
    await this.database.read(actor, (tx) => this.everybodys.refresh(tx));
  }

  /** What a transaction wrote and has not committed is for its own eyes: its register is forgotten with it. */
  for(tx: ReadTx): Register {
    if (!('pendingJobs' in tx)) return this.everybodys;
    const writer = tx.queryRunner ?? tx;
    const own = this.ofWriters.get(writer) ?? new Register();
    this.ofWriters.set(writer, own);
    return own;
  }
}
