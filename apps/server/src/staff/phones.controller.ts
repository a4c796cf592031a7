import { Body, Controller, Get } from '@nestjs/common';
import { phoneList, type PhoneList, phoneReply, type PhoneReply } from '@dragoman/contracts';
import { Simulator } from '@dragoman/messaging';
import { Database, type StaffActor } from '@dragoman/platform';
import { Allow, By } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { presentPhones } from './phone.presenter';

/** The people at the other end, where messages go to the simulator. */
@Controller('api/phones')
export class PhonesController {
  constructor(
    private readonly database: Database,
    private readonly simulator: Simulator,
  ) {}

  @Get()
  @Allow('phones.use')
  @Answers(phoneList)
  list(@By() by: StaffActor): Promise<PhoneList> {
    return this.database.read(by, async (tx) => presentPhones(await this.simulator.messagesOf(tx, by.organisationId), by.role));
  }

  @Post('replies')
  @Allow('phones.use')
  @AnswersNothing()
  reply(@By() by: StaffActor, @Body({ schema: phoneReply }) reply: PhoneReply): Promise<void> {
    return this.simulator.reply(by, reply);
  }
}
