import { Body, Controller, Param } from '@nestjs/common';
import { Invitations } from '@dragoman/access';
import { idParams, invitation, type Invitation, newInvitation, type NewInvitation } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { PeopleDesk } from './people.desk';

type Id = z.infer<typeof idParams>;

/** People are let in by a link to their own mailbox: nobody ever types a password for somebody else. */
@Controller('api/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly desk: PeopleDesk,
  ) {}

  @Post()
  @Allow('people.write')
  @Answers(invitation, 201)
  async invite(@By() by: StaffActor, @Body({ schema: newInvitation }) input: NewInvitation): Promise<Invitation> {
    return this.desk.sent(by, await this.invitations.invite(by, input));
  }

  @Post(':id/sending')
  @Allow('people.write')
  @AnswersNothing()
  sendAgain(@By() by: StaffActor, @Param({ schema: idParams }) { id }: Id): Promise<void> {
    return this.invitations.sendAgain(by, id);
  }

  @Post(':id/withdrawal')
  @Allow('people.write')
  @AnswersNothing()
  withdraw(@By() by: StaffActor, @Param({ schema: idParams }) { id }: Id): Promise<void> {
    return this.invitations.withdraw(by, id);
  }
}
