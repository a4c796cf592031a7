import { Controller, Get, Query } from '@nestjs/common';
import { finderCard, type FinderCard, finderQuery, list, variety, type Variety as VarietyView } from '@dragoman/contracts';
import { LanguageFinder, Languages } from '@dragoman/languages';
import { languageForReader } from '@dragoman/words';
import type { StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { By, SignedIn } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { presentCard, presentVariety } from './variety.presenter';

@Controller('api/varieties')
export class VarietiesController {
  constructor(
    private readonly languages: Languages,
    private readonly finder: LanguageFinder,
  ) {}

  @Get()
  @SignedIn()
  @Answers(list(variety))
  all(): { items: VarietyView[] } {
    const items = this.languages.all().map((one) =>
      presentVariety({
        variety: one,
        triage: this.languages.triage(one.id),
        hasText: languageForReader([one.id]) !== null,
      }),
    );
    return { items };
  }

  @Get('finder')
  @SignedIn()
  @Answers(list(finderCard))
  async find(@By() by: StaffActor, @Query({ schema: finderQuery }) query: z.infer<typeof finderQuery>): Promise<{ items: FinderCard[] }> {
    return { items: (await this.finder.find(by, query)).map(presentCard) };
  }
}
