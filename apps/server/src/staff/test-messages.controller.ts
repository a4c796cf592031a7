import { Body, Controller, Get } from '@nestjs/common';
import { list, newTestMessage, type NewTestMessage, testMessage, type TestMessage } from '@dragoman/contracts';
import { TestMessages, testMessagesOf } from '@dragoman/people';
import { Database, type StaffActor } from '@dragoman/platform';
import { Allow, By } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { presentTestMessage } from './person.presenter';

/** To oneself, by the carrier that patients are written to by. */
@Controller('api/test-messages')
export class TestMessagesController {
  constructor(
    private readonly database: Database,
    private readonly tests: TestMessages,
  ) {}

  @Get()
  @Allow('policy.write')
  @Answers(list(testMessage))
  async list(@By() by: StaffActor): Promise<{ items: TestMessage[] }> {
    const sent = await this.database.read(by, (tx) => testMessagesOf(tx, by.accountId));
    return { items: sent.map(presentTestMessage) };
  }

  @Post()
  @Allow('policy.write')
  @AnswersNothing()
  send(@By() by: StaffActor, @Body({ schema: newTestMessage }) wanted: NewTestMessage): Promise<void> {
    return this.tests.send(by, wanted);
  }
}
