import { Body, Controller, Get, HttpCode, Param } from '@nestjs/common';
import { Absence, Concerns, EmergencyReplacement, Lateness } from '@dragoman/attendance';
import {
  asked, bookingDetail, type BookingDetail, clinicLate, type ClinicLate, concernsView, type ConcernsView, emergencyView, type EmergencyView, idParams, replaceNow, type ReplaceNow,
} from '@dragoman/contracts';
import { isoOf } from '@dragoman/kernel';
import type { StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { BookingDesk } from './booking.desk';

type Id = z.infer<typeof idParams>;

/** What cannot wait: somebody else now, and who is late. */
@Controller('api/bookings/:id')
export class EmergencyController {
  constructor(
    private readonly emergency: EmergencyReplacement,
    private readonly lateness: Lateness,
    private readonly concerns: Concerns,
    private readonly absence: Absence,
    private readonly desk: BookingDesk,
  ) {}

  @Get('emergency')
  @Allow('bookings.write')
  @Answers(emergencyView)
  async whoIsFree(@By() actor: StaffActor, @Param({ schema: idParams }) { id }: Id): Promise<EmergencyView> {
    return { ways: await this.emergency.whoIsFree(actor, id) };
  }

  @Post('emergency')
  @HttpCode(200)
  @Allow('bookings.write')
  @Answers(asked)
  async replace(@By() actor: StaffActor, @Param({ schema: idParams }) { id }: Id, @Body({ schema: replaceNow }) now: ReplaceNow): Promise<z.infer<typeof asked>> {
    return { asked: await this.emergency.replace(actor, id, now) };
  }

  @Post('interpreter-absence')
  @HttpCode(200)
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async end(@By() actor: StaffActor, @Param({ schema: idParams }) { id }: Id): Promise<BookingDetail> {
    await this.absence.end(actor, id);
    return this.desk.show(actor, id);
  }

  @Post('lateness')
  @Allow('bookings.write')
  @AnswersNothing()
  late(@By() actor: StaffActor, @Param({ schema: idParams }) { id }: Id, @Body({ schema: clinicLate }) { minutes }: ClinicLate): Promise<void> {
    return this.lateness.clinicIsLate(actor, id, minutes);
  }

  @Get('concerns')
  @Allow('consents.decide')
  @Answers(concernsView)
  async raised(@By() actor: StaffActor, @Param({ schema: idParams }) { id }: Id): Promise<ConcernsView> {
    const concerns = await this.concerns.ofBooking(actor, id);
    return { concerns: concerns.map(({ raisedAt, ...concern }) => ({ ...concern, at: isoOf(raisedAt) })) };
  }
}
