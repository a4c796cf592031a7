import { Controller, Get, Param } from '@nestjs/common';
import { Alerts } from '@dragoman/alerts';
import { alertList, type AlertList, idParams } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { AlertsDesk } from './alerts.desk';

type Params = z.infer<typeof idParams>;

@Controller('api')
export class AlertsController {
  constructor(
    private readonly desk: AlertsDesk,
    private readonly alerts: Alerts,
  ) {}

  @Get('alerts')
  @Allow('bookings.read')
  @Answers(alertList)
  standing(@By() by: StaffActor): Promise<AlertList> {
    return this.desk.standing(by);
  }

  @Get('bookings/:id/alerts')
  @Allow('bookings.read')
  @Answers(alertList)
  ofBooking(@By() by: StaffActor, @Param({ schema: idParams }) params: Params): Promise<AlertList> {
    return this.desk.ofBooking(by, params.id);
  }

  @Post('alerts/:id/acknowledge')
  @Allow('tasks.write')
  @AnswersNothing()
  acknowledge(@By() by: StaffActor, @Param({ schema: idParams }) params: Params): Promise<void> {
    return this.alerts.acknowledge(by, params.id);
  }
}
