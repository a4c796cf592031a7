import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@dragoman/kernel';
import { Database, type ReadTx, type StaffActor, type Tx } from '@dragoman/platform';
import { noSuchFilter, tooManyFilters } from './access.errors';
import { type FilteredList, SavedFilter } from './saved-filter.entity';

export type NewFilter = Pick<SavedFilter, 'list' | 'name' | 'filter'>;

/** More than a menu can hold. */
const MOST = 20;

/** Filters that somebody keeps for themselves. */
@Injectable()
export class SavedFilters {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The actor's own, by name. */
  of(tx: ReadTx, list: FilteredList): Promise<SavedFilter[]> {
    return tx.find(SavedFilter, { where: { list }, order: { name: 'ASC', id: 'ASC' } });
  }

  /** Under a name that is used already it takes the other one's place. @throws Conflict `too-many-filters`. */
  save(actor: StaffActor, { list, name, filter }: NewFilter): Promise<SavedFilter> {
    return this.database.transaction(actor, async (tx) => {
      // Two tabs that save at once are counted one after the other.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 225))', [actor.accountId]);
      const replaced = await this.named(tx, list, name);
      if (replaced) return tx.save(Object.assign(replaced, { name, filter }));
      if ((await tx.countBy(SavedFilter, { list })) >= MOST) throw tooManyFilters(MOST);
      const { organisationId, accountId } = actor;
      const saved = tx.create(SavedFilter, { id: newId(), organisationId, accountId, list, name, filter, createdAt: this.clock.now() });
      await tx.insert(SavedFilter, saved);
      return saved;
    });
  }

  /** @throws NotFound `filter-not-found`, also for somebody else's. */
  remove(actor: StaffActor, id: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const { affected } = await tx.delete(SavedFilter, { id });
      if (affected === 0) throw noSuchFilter();
    });
  }

  private named(tx: Tx, list: FilteredList, name: string): Promise<SavedFilter | null> {
    return tx.findOneBy(SavedFilter, { list, name });
  }
}
