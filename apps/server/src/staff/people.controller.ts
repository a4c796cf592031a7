import { Body, Controller, Get, Param } from '@nestjs/common';
import { ColleagueDetails, Memberships, Passwords } from '@dragoman/access';
import { idParams, peopleList, type PeopleList, personChange, type PersonChange, roleChange, type RoleChange } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Post, Put } from '../http/methods';
import { PeopleDesk } from './people.desk';

type Id = z.infer<typeof idParams>;

@Controller('api/people')
export class PeopleController {
  constructor(
    private readonly desk: PeopleDesk,
    private readonly details: ColleagueDetails,
    private readonly memberships: Memberships,
    private readonly passwords: Passwords,
  ) {}

  @Get()
  @Allow('people.read')
  @Answers(peopleList)
  list(@By() by: StaffActor): Promise<PeopleList> {
    return this.desk.list(by);
  }

  @Put(':id')
  @Allow('people.write')
  @AnswersNothing()
  change(@By() by: StaffActor, @Param({ schema: idParams }) { id }: Id, @Body({ schema: personChange }) { details, seen }: PersonChange): Promise<void> {
    return this.details.change(by, id, details, seen);
  }

  @Put(':id/role')
  @Allow('people.write')
  @AnswersNothing()
  changeRole(@By() by: StaffActor, @Param({ schema: idParams }) { id }: Id, @Body({ schema: roleChange }) change: RoleChange): Promise<void> {
    return this.memberships.changeRole(by, id, change);
  }

  @Post(':id/deactivation')
  @Allow('people.write')
  @AnswersNothing()
  deactivate(@By() by: StaffActor, @Param({ schema: idParams }) { id }: Id): Promise<void> {
    return this.memberships.deactivate(by, id);
  }

  @Post(':id/reactivation')
  @Allow('people.write')
  @AnswersNothing()
  reactivate(@By() by: StaffActor, @Param({ schema: idParams }) { id }: Id): Promise<void> {
    return this.memberships.reactivate(by, id);
  }

  @Post(':id/password-link')
  @Allow('people.write')
  @AnswersNothing()
  sendPasswordLink(@By() by: StaffActor, @Param({ schema: idParams }) { id }: Id): Promise<void> {
    return this.passwords.sendLink(by, id);
  }
}
