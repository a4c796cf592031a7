import { Controller, Get, Query } from '@nestjs/common';
import {
  failurePage, type FailurePage, messagesQuery, monthsSpending, type MonthsSpending, outboxPage, type OutboxPage, outboxQuery, type OutboxQuery, replyPage, type ReplyPage,
} from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { MessagesDesk } from './messages.desk';

@Controller('api/messages')
export class MessagesController {
  constructor(private readonly desk: MessagesDesk) {}

  @Get('inbox')
  @Allow('bookings.read')
  @Answers(replyPage)
  inbox(@By() by: StaffActor, @Query({ schema: messagesQuery }) { after }: z.infer<typeof messagesQuery>): Promise<ReplyPage> {
    return this.desk.inbox(by, after);
  }

  @Get('failures')
  @Allow('bookings.read')
  @Answers(failurePage)
  failures(@By() by: StaffActor, @Query({ schema: messagesQuery }) { after }: z.infer<typeof messagesQuery>): Promise<FailurePage> {
    return this.desk.failures(by, after);
  }

  @Get('outbox')
  @Allow('bookings.read')
  @Answers(outboxPage)
  outbox(@By() by: StaffActor, @Query({ schema: outboxQuery }) query: OutboxQuery): Promise<OutboxPage> {
    return this.desk.outbox(by, query);
  }

  @Get('spending')
  @Allow('policy.read')
  @Answers(monthsSpending)
  spending(@By() by: StaffActor): Promise<MonthsSpending> {
    return this.desk.spending(by);
  }
}
