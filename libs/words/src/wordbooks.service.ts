import { Injectable } from '@nestjs/common';
import type { ReadTx } from '@dragoman/platform';
import { approvedTexts, newestReviews } from './review.queries';
import { unreviewed, Wordbook } from './wordbook';

interface Kept {
  /** The newest review that it was read with. */
  newest: string;
  words: Wordbook;
}

/** What each organisation says. Kept between transactions, and never older than what the transaction that asks can see. */
@Injectable()
export class Wordbooks {
  private readonly kept = new Map<string, Kept>();

  async of(tx: ReadTx, organisationId: string): Promise<Wordbook> {
    return (await this.ofAll(tx, [organisationId])).get(organisationId) ?? unreviewed;
  }

  /** By organisation; for one that has reviewed nothing, the catalogs as they are. */
  async ofAll(tx: ReadTx, organisationIds: readonly string[]): Promise<ReadonlyMap<string, Wordbook>> {
    const wanted = [...new Set(organisationIds)];
    const newest = await newestReviews(tx, wanted);
    const fresh = await this.read(tx, [...newest].filter(([id, review]) => this.kept.get(id)?.newest !== review).map(([id]) => id));
    return new Map(wanted.map((id) => [id, newest.has(id) ? (fresh.get(id) ?? this.kept.get(id)?.words ?? unreviewed) : unreviewed]));
  }

  private async read(tx: ReadTx, organisationIds: readonly string[]): Promise<ReadonlyMap<string, Wordbook>> {
    if (organisationIds.length === 0) return new Map();
    const texts = await approvedTexts(tx, organisationIds);
    const fresh = new Map<string, Wordbook>();
    for (const id of organisationIds) {
      const own = texts.filter(({ organisationId }) => organisationId === id);
      const words = own.length > 0 ? new Wordbook(own) : unreviewed;
      const [read] = own;
      if (read) this.kept.set(id, { newest: read.newest, words });
      else this.kept.delete(id);
      fresh.set(id, words);
    }
    return fresh;
  }
}
