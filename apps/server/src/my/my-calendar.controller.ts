import { Controller, Get, Inject } from '@nestjs/common';
import { CalendarFeeds } from '@dragoman/access';
import { myCalendar, type MyCalendar, myCalendarMade, type MyCalendarMade } from '@dragoman/contracts';
import { isoOf, isoOrNull } from '@dragoman/kernel';
import type { InterpreterActor } from '@dragoman/platform';
import { APP_CONFIG, type AppConfig } from '../app.config';
import { ByInterpreter, ForInterpreters } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Keyless } from '../http/keyless.decorator';
import { Delete, Post } from '../http/methods';

/** The address at which an interpreter's own calendar reads their jobs. */
@Controller('api/my/calendar')
@ForInterpreters()
export class MyCalendarController {
  constructor(
    private readonly feeds: CalendarFeeds,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @Get()
  @Answers(myCalendar)
  async show(@ByInterpreter() by: InterpreterActor): Promise<MyCalendar> {
    const feed = await this.feeds.of(by);
    return { since: isoOrNull(feed?.since), lastReadAt: isoOrNull(feed?.lastReadAt) };
  }

  /** Made anew, the address of before stops. */
  @Post()
  @Keyless('the address is a secret that is kept nowhere, and the newest one counts')
  @Answers(myCalendarMade, 201)
  async make(@ByInterpreter() by: InterpreterActor): Promise<MyCalendarMade> {
    const { token, since } = await this.feeds.make(by);
    return { url: `${this.config.publicUrl()}/calendar/${token}.ics`, since: isoOf(since) };
  }

  @Delete()
  @AnswersNothing()
  async remove(@ByInterpreter() by: InterpreterActor): Promise<void> {
    await this.feeds.remove(by);
  }
}
