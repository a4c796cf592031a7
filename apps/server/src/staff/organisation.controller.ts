import { Body, Controller, Get } from '@nestjs/common';
import { organisationChange, type OrganisationChange, organisationDetails, type OrganisationDetails } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Put } from '../http/methods';
import { OrganisationDesk } from './organisation.desk';

@Controller('api/organisation')
export class OrganisationController {
  constructor(private readonly desk: OrganisationDesk) {}

  @Get()
  @Allow('policy.read')
  @Answers(organisationDetails)
  show(@By() by: StaffActor): Promise<OrganisationDetails> {
    return this.desk.show(by);
  }

  @Put()
  @Allow('policy.write')
  @Answers(organisationDetails)
  change(@By() by: StaffActor, @Body({ schema: organisationChange }) input: OrganisationChange): Promise<OrganisationDetails> {
    return this.desk.change(by, input);
  }
}
