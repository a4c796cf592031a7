import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import { SavedFilters } from '@dragoman/access';
import { idParams, list, newFilter, type NewFilter, savedFilter, type SavedFilter as FilterView, savedFiltersQuery } from '@dragoman/contracts';
import { Database, type StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { By, SignedIn } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Delete, Post } from '../http/methods';
import { presentFilter } from './saved-filter.presenter';

/** Filters of lists that whoever is signed in keeps for themselves. */
@Controller('api/saved-filters')
export class SavedFiltersController {
  constructor(
    private readonly filters: SavedFilters,
    private readonly database: Database,
  ) {}

  @Get()
  @SignedIn()
  @Answers(list(savedFilter))
  async list(@By() by: StaffActor, @Query({ schema: savedFiltersQuery }) query: z.infer<typeof savedFiltersQuery>): Promise<{ items: FilterView[] }> {
    const filters = await this.database.read(by, (tx) => this.filters.of(tx, query.list));
    return { items: filters.map(presentFilter) };
  }

  @Post()
  @SignedIn()
  @Answers(savedFilter, 201)
  async save(@By() by: StaffActor, @Body({ schema: newFilter }) input: NewFilter): Promise<FilterView> {
    return presentFilter(await this.filters.save(by, input));
  }

  @Delete(':id')
  @SignedIn()
  @AnswersNothing()
  remove(@By() by: StaffActor, @Param({ schema: idParams }) { id }: z.infer<typeof idParams>): Promise<void> {
    return this.filters.remove(by, id);
  }
}
