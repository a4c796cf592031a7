import { Body, Controller, Post } from '@nestjs/common';
import { InterpreterSearch } from '@dragoman/bookings';
import { appointment, type Appointment, candidateList, type CandidateList } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { presentCandidates } from './candidate.presenter';

/** POST because the question does not fit an address; it changes nothing. */
@Controller('api/candidates')
export class CandidatesController {
  constructor(private readonly search: InterpreterSearch) {}

  @Post()
  @Allow('bookings.read')
  @Answers(candidateList)
  async find(@By() by: StaffActor, @Body({ schema: appointment }) wanted: Appointment): Promise<CandidateList> {
    return presentCandidates(await this.search.forAppointment(by, wanted));
  }
}
