import { Controller, Get } from '@nestjs/common';
import { list, variety, type Variety as VarietyView } from '@dragoman/contracts';
import { Languages } from '@dragoman/languages';
import { languageForReader } from '@dragoman/messaging';
import { SignedIn } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { presentVariety } from './variety.presenter';

@Controller('api/varieties')
export class VarietiesController {
  constructor(private readonly languages: Languages) {}

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
}
