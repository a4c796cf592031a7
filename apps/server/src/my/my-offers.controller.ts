import { Body, Controller, Get, Param } from '@nestjs/common';
import { Acceptance } from '@dragoman/bookings';
import { acceptOffer, myJob, type MyJob, myOffers, type MyOffers, offerParams } from '@dragoman/contracts';
import type { InterpreterActor } from '@dragoman/platform';
import type { z } from 'zod';
import { ByInterpreter, ForInterpreters } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { MyJobsDesk } from './my-jobs.desk';

type OfOffer = z.infer<typeof offerParams>;

/** What an interpreter is asked, with all facts before they decide. */
@Controller('api/my/offers')
@ForInterpreters()
export class MyOffersController {
  constructor(
    private readonly desk: MyJobsDesk,
    private readonly acceptance: Acceptance,
  ) {}

  @Get()
  @Answers(myOffers)
  async list(@ByInterpreter() by: InterpreterActor): Promise<MyOffers> {
    return { items: await this.desk.offers(by) };
  }

  @Post(':offerId/accept')
  @Answers(myJob)
  async accept(
    @ByInterpreter() by: InterpreterActor,
    @Param({ schema: offerParams }) { offerId }: OfOffer,
    @Body({ schema: acceptOffer }) { conflict }: z.infer<typeof acceptOffer>,
  ): Promise<MyJob> {
    await this.acceptance.accept(by, offerId, conflict);
    return this.desk.job(by, offerId);
  }

  @Post(':offerId/decline')
  @AnswersNothing()
  async decline(@ByInterpreter() by: InterpreterActor, @Param({ schema: offerParams }) { offerId }: OfOffer): Promise<void> {
    await this.acceptance.decline(by, offerId);
  }
}
