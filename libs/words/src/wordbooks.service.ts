import { Injectable } from '@nestjs/common';
import { type DraftPolicy, Organisations } from '@dragoman/organisations';
import type { ReadTx } from '@dragoman/platform';
import { approvedTexts, newestReviews } from './review.queries';
import { unreviewed, Wordbook } from './wordbook';

interface Kept {
  /** The newest review that it was read with. */
  newest: string;
  drafts: DraftPolicy;
  words: Wordbook;
}

/** Of an organisation that has reviewed nothing, by what it lets drafts say. */
const untouched: Readonly<Record<DraftPolicy, Wordbook>> = { 'who-when-where': unreviewed, none: new Wordbook([], 'none') };

/** What each organisation says. Kept between transactions, and never older than what the transaction that asks can see. */
@Injectable()
export class Wordbooks {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly organisations: Organisations) {}

  async of(tx: ReadTx, organisationId: string): Promise<Wordbook> {
    return (await this.ofAll(tx, [organisationId])).get(organisationId) ?? unreviewed;
  }

  /** By organisation; for one that has reviewed nothing, the catalogs as they are. */
  async ofAll(tx: ReadTx, organisationIds: readonly string[]): Promise<ReadonlyMap<string, Wordbook>> {
    const wanted = [...new Set(organisationIds)];
    const newest = await newestReviews(tx, wanted);
    const policies = await this.organisations.policies(tx, wanted);
    const draftsOf = (id: string): DraftPolicy => policies.get(id)?.drafts ?? 'who-when-where';
    // Asked before anything is awaited again: another transaction may see less, and keep that meanwhile.
    const known = new Map([...newest].flatMap(([id, review]) => this.knownAs(id, review, draftsOf(id))));
    const fresh = await this.read(tx, [...newest.keys()].filter((id) => !known.has(id)).map((id) => ({ id, drafts: draftsOf(id) })));
    return new Map(wanted.map((id) => [id, known.get(id) ?? fresh.get(id) ?? untouched[draftsOf(id)]]));
  }

  private knownAs(id: string, review: string, drafts: DraftPolicy): [string, Wordbook][] {
    const kept = this.kept.get(id);
    return kept?.newest === review && kept.drafts === drafts ? [[id, kept.words]] : [];
  }

  private async read(tx: ReadTx, organisations: readonly { id: string; drafts: DraftPolicy }[]): Promise<ReadonlyMap<string, Wordbook>> {
    if (organisations.length === 0) return new Map();
    const texts = await approvedTexts(tx, organisations.map(({ id }) => id));
    const fresh = new Map<string, Wordbook>();
    for (const { id, drafts } of organisations) {
      const own = texts.filter(({ organisationId }) => organisationId === id);
      const [read] = own;
      if (!read) continue;
      const words = new Wordbook(own, drafts);
      this.kept.set(id, { newest: read.newest, drafts, words });
      fresh.set(id, words);
    }
    return fresh;
  }
}
