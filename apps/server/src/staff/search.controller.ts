import { Controller, Get, Query } from '@nestjs/common';
import { found, type Found, searchQuery } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { SearchDesk } from './search.desk';

@Controller('api/search')
export class SearchController {
  constructor(private readonly desk: SearchDesk) {}

  @Get()
  @Allow('patients.read')
  @Answers(found)
  find(@By() by: StaffActor, @Query({ schema: searchQuery }) { search }: z.infer<typeof searchQuery>): Promise<Found> {
    return this.desk.find(by, search);
  }
}
