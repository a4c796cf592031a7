import { Body, Controller, Get, Param } from '@nestjs/common';
import { exceptionParams, myWeek, type MyWeek, myWeekChange, type MyWeekChange, newException, type NewException } from '@dragoman/contracts';
import { OwnWeeks } from '@dragoman/interpreters';
import type { InterpreterActor } from '@dragoman/platform';
import type { z } from 'zod';
import { ByInterpreter, ForInterpreters } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Delete, Post, Put } from '../http/methods';
import { SeenRevision } from '../http/revision';
import { MyWeekDesk } from './my-week.desk';

/** When an interpreter works, as they say themselves. Jobs that they accepted stay theirs. */
@Controller('api/my')
@ForInterpreters()
export class MyWeekController {
  constructor(
    private readonly desk: MyWeekDesk,
    private readonly weeks: OwnWeeks,
  ) {}

  @Get('week')
  @Answers(myWeek)
  show(@ByInterpreter() by: InterpreterActor): Promise<MyWeek> {
    return this.desk.show(by);
  }

  /** With `If-Match`: whoever saves has seen what was saved last. */
  @Put('week')
  @Answers(myWeek)
  async change(
    @ByInterpreter() by: InterpreterActor,
    @SeenRevision() seen: number | 'whatever-it-is',
    @Body({ schema: myWeekChange }) { hours }: MyWeekChange,
  ): Promise<MyWeek> {
    await this.weeks.changeHours(by, hours, seen);
    return this.desk.show(by);
  }

  /** Days off, or time beyond the week. */
  @Post('exceptions')
  @Answers(myWeek, 201)
  async addException(@ByInterpreter() by: InterpreterActor, @Body({ schema: newException }) exception: NewException): Promise<MyWeek> {
    await this.weeks.addException(by, exception);
    return this.desk.show(by);
  }

  @Delete('exceptions/:exceptionId')
  @Answers(myWeek)
  async removeException(@ByInterpreter() by: InterpreterActor, @Param({ schema: exceptionParams }) { exceptionId }: z.infer<typeof exceptionParams>): Promise<MyWeek> {
    await this.weeks.removeException(by, exceptionId);
    return this.desk.show(by);
  }
}
