import { Body, Controller, Get } from '@nestjs/common';
import { versionedPolicy, type VersionedPolicy } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Put } from '../http/methods';
import { PolicyDesk } from './policy.desk';

@Controller('api/organisation/policy')
export class PolicyController {
  constructor(private readonly desk: PolicyDesk) {}

  @Get()
  @Allow('policy.read')
  @Answers(versionedPolicy)
  show(@By() by: StaffActor): Promise<VersionedPolicy> {
    return this.desk.show(by);
  }

  @Put()
  @Allow('policy.write')
  @Answers(versionedPolicy)
  change(@By() by: StaffActor, @Body({ schema: versionedPolicy }) input: VersionedPolicy): Promise<VersionedPolicy> {
    return this.desk.change(by, input);
  }
}
