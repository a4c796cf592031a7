import { Controller, Get, Param } from '@nestjs/common';
import { idParams, ladderView, type LadderView } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { LaddersDesk } from './ladders.desk';

type Params = z.infer<typeof idParams>;

@Controller('api/bookings/:id/ladder')
export class LaddersController {
  constructor(private readonly desk: LaddersDesk) {}

  @Get()
  @Allow('bookings.read')
  @Answers(ladderView)
  show(@By() by: StaffActor, @Param({ schema: idParams }) params: Params): Promise<LadderView> {
    return this.desk.show(by, params.id);
  }

  @Post('stop')
  @Allow('bookings.write')
  @Answers(ladderView)
  stop(@By() by: StaffActor, @Param({ schema: idParams }) params: Params): Promise<LadderView> {
    return this.desk.stop(by, params.id);
  }

  @Post('resume')
  @Allow('bookings.write')
  @Answers(ladderView)
  resume(@By() by: StaffActor, @Param({ schema: idParams }) params: Params): Promise<LadderView> {
    return this.desk.resume(by, params.id);
  }
}
