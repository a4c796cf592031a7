import { Body, Controller, Param } from '@nestjs/common';
import { Attendance, Concerns, Lateness, StillComing } from '@dragoman/attendance';
import { myJob, type MyJob, offerParams, sayAttendance, sayConcern, sayLate, type SayLate, sayStillComing, type SayStillComing } from '@dragoman/contracts';
import type { InterpreterActor } from '@dragoman/platform';
import type { z } from 'zod';
import { ByInterpreter, ForInterpreters } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { MyJobsDesk } from './my-jobs.desk';

type OfOffer = z.infer<typeof offerParams>;

/** The day itself: still coming, late, arrived, started, finished, or worried. */
@Controller('api/my/jobs/:offerId')
@ForInterpreters()
export class MyDayController {
  constructor(
    private readonly desk: MyJobsDesk,
    private readonly attendance: Attendance,
    private readonly stillComing: StillComing,
    private readonly lateness: Lateness,
    private readonly concerns: Concerns,
  ) {}

  /** `at` is when it was tapped: without network it waits on the phone, and reaches us later. */
  @Post('attendance')
  @Answers(myJob)
  async attend(
    @ByInterpreter() by: InterpreterActor,
    @Param({ schema: offerParams }) { offerId }: OfOffer,
    @Body({ schema: sayAttendance }) { kind, at }: z.infer<typeof sayAttendance>,
  ): Promise<MyJob> {
    await this.attendance.interpreterSays(by, offerId, { kind, at: at === null ? null : new Date(at) });
    return this.desk.job(by, offerId);
  }

  @Post('still-coming')
  @Answers(myJob)
  async coming(@ByInterpreter() by: InterpreterActor, @Param({ schema: offerParams }) { offerId }: OfOffer, @Body({ schema: sayStillComing }) { answer }: SayStillComing): Promise<MyJob> {
    await this.stillComing.answer(by, offerId, answer);
    return this.desk.job(by, offerId);
  }

  @Post('late')
  @Answers(myJob)
  async late(@ByInterpreter() by: InterpreterActor, @Param({ schema: offerParams }) { offerId }: OfOffer, @Body({ schema: sayLate }) { minutes }: SayLate): Promise<MyJob> {
    await this.lateness.interpreterIsLate(by, offerId, minutes);
    return this.desk.job(by, offerId);
  }

  @Post('concern')
  @Answers(myJob)
  async concern(
    @ByInterpreter() by: InterpreterActor,
    @Param({ schema: offerParams }) { offerId }: OfOffer,
    @Body({ schema: sayConcern }) concern: z.infer<typeof sayConcern>,
  ): Promise<MyJob> {
    await this.concerns.raise(by, offerId, concern);
    return this.desk.job(by, offerId);
  }
}
