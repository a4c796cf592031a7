import { Body, Controller, Param } from '@nestjs/common';
import { InterpreterSearch } from '@dragoman/bookings';
import {
  candidateList, type CandidateList, candidateParams, candidateQuestion, type CandidateQuestion, whyNot, type WhyNot,
} from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Keyless } from '../http/keyless.decorator';
import { Post } from '../http/methods';
import { presentCandidates, presentWhyNot } from './candidate.presenter';

/** POST because the question does not fit an address; it changes nothing. */
@Controller('api/candidates')
export class CandidatesController {
  constructor(private readonly search: InterpreterSearch) {}

  @Post()
  @Keyless('only asks: what is asked is too long for an address')
  @Allow('bookings.read')
  @Answers(candidateList)
  async find(@By() by: StaffActor, @Body({ schema: candidateQuestion }) { consents, ...wanted }: CandidateQuestion): Promise<CandidateList> {
    return presentCandidates(await this.search.forAppointment(by, wanted, consents));
  }

  @Post(':interpreterId')
  @Keyless('only asks: what is asked is too long for an address')
  @Allow('bookings.read')
  @Answers(whyNot)
  async explain(
    @By() by: StaffActor,
    @Param({ schema: candidateParams }) { interpreterId }: z.infer<typeof candidateParams>,
    @Body({ schema: candidateQuestion }) { consents, ...wanted }: CandidateQuestion,
  ): Promise<WhyNot> {
    return presentWhyNot(await this.search.explainAppointment(by, wanted, interpreterId, consents));
  }
}
