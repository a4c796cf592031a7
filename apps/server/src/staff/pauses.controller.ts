import { Controller, Param } from '@nestjs/common';
import { bookingDetail, type BookingDetail, id } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import { Pauses } from '@dragoman/reminders';
import { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { BookingDesk } from './booking.desk';

const plannedParams = z.object({ id, intentId: id });

/** Planned messages that somebody holds back. */
@Controller('api/bookings/:id/messages/:intentId')
export class PausesController {
  constructor(
    private readonly pauses: Pauses,
    private readonly desk: BookingDesk,
  ) {}

  @Post('pause')
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async pause(
    @By() actor: StaffActor,
    @Param({ schema: plannedParams }) params: z.infer<typeof plannedParams>,
  ): Promise<BookingDetail> {
    await this.pauses.pause(actor, params.id, params.intentId);
    return this.desk.show(actor, params.id);
  }

  @Post('resume')
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async resume(
    @By() actor: StaffActor,
    @Param({ schema: plannedParams }) params: z.infer<typeof plannedParams>,
  ): Promise<BookingDetail> {
    await this.pauses.resume(actor, params.id, params.intentId);
    return this.desk.show(actor, params.id);
  }
}
