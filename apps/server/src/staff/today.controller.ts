import { Controller, Get } from '@nestjs/common';
import { today, type Today } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { TodayDesk } from './today.desk';

@Controller('api/today')
export class TodayController {
  constructor(private readonly desk: TodayDesk) {}

  @Get()
  @Allow('bookings.read')
  @Answers(today)
  show(@By() actor: StaffActor): Promise<Today> {
    return this.desk.show(actor);
  }
}
