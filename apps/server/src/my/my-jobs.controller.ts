import { Body, Controller, Get, Param, Query, Req } from '@nestjs/common';
import { GivingBack, Understandings } from '@dragoman/bookings';
import { giveBackJob, myJob, type MyJob, myJobs, type MyJobs, myJobsQuery, type MyJobsQuery, offerParams, sayUnderstood, type SayUnderstood } from '@dragoman/contracts';
import type { InterpreterActor } from '@dragoman/platform';
import type { z } from 'zod';
import { ByInterpreter, ForInterpreters } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { interpreterSessionIn, type SignedInRequest } from '../http/request';
import { MyJobsDesk } from './my-jobs.desk';

type OfOffer = z.infer<typeof offerParams>;

/** An interpreter's jobs by day; each is known by the offer that they accepted. */
@Controller('api/my/jobs')
@ForInterpreters()
export class MyJobsController {
  constructor(
    private readonly desk: MyJobsDesk,
    private readonly givingBack: GivingBack,
    private readonly understandings: Understandings,
  ) {}

  @Get()
  @Answers(myJobs)
  list(@ByInterpreter() by: InterpreterActor, @Query({ schema: myJobsQuery }) query: MyJobsQuery, @Req() request: SignedInRequest): Promise<MyJobs> {
    return this.desk.jobs(by, interpreterSessionIn(request).zone, query);
  }

  @Get(':offerId')
  @Answers(myJob)
  show(@ByInterpreter() by: InterpreterActor, @Param({ schema: offerParams }) { offerId }: OfOffer): Promise<MyJob> {
    return this.desk.job(by, offerId);
  }

  @Post(':offerId/give-back')
  @Answers(myJob)
  async giveBack(
    @ByInterpreter() by: InterpreterActor,
    @Param({ schema: offerParams }) { offerId }: OfOffer,
    @Body({ schema: giveBackJob }) { reason }: z.infer<typeof giveBackJob>,
  ): Promise<MyJob> {
    await this.givingBack.giveBack(by, offerId, reason);
    return this.desk.job(by, offerId);
  }

  /** After the session; the answer may be corrected for a day. */
  @Post(':offerId/understood')
  @Answers(myJob)
  async understood(
    @ByInterpreter() by: InterpreterActor,
    @Param({ schema: offerParams }) { offerId }: OfOffer,
    @Body({ schema: sayUnderstood }) { understood }: SayUnderstood,
  ): Promise<MyJob> {
    await this.understandings.interpreterSaid(by, offerId, understood);
    return this.desk.job(by, offerId);
  }
}
