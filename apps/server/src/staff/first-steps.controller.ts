import { Controller, Get } from '@nestjs/common';
import { firstSteps, type FirstSteps } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { OrganisationDesk } from './organisation.desk';

/** What a new organisation still has to do before its first booking. */
@Controller('api/first-steps')
export class FirstStepsController {
  constructor(private readonly desk: OrganisationDesk) {}

  @Get()
  @Allow('bookings.read')
  @Answers(firstSteps)
  show(@By() by: StaffActor): Promise<FirstSteps> {
    return this.desk.firstSteps(by);
  }
}
