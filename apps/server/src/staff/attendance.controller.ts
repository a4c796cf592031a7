import { Body, Controller, Get, Param } from '@nestjs/common';
import { attendanceView, type AttendanceView, attest, clinicianLink, type ClinicianLink, id, idParams } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Keyless } from '../http/keyless.decorator';
import { Delete, Post } from '../http/methods';
import { AttendanceDesk } from './attendance.desk';

const markParams = z.object({ id, markId: id });

@Controller('api/bookings/:id')
export class AttendanceController {
  constructor(private readonly desk: AttendanceDesk) {}

  @Get('attendance')
  @Allow('bookings.read')
  @Answers(attendanceView)
  show(@By() actor: StaffActor, @Param({ schema: idParams }) params: z.infer<typeof idParams>): Promise<AttendanceView> {
    return this.desk.show(actor, params.id);
  }

  @Post('attendance')
  @Allow('bookings.write')
  @Answers(attendanceView)
  say(
    @By() actor: StaffActor,
    @Param({ schema: idParams }) params: z.infer<typeof idParams>,
    @Body({ schema: attest }) said: z.output<typeof attest>,
  ): Promise<AttendanceView> {
    return this.desk.say(actor, params.id, said);
  }

  @Post('attendance/:markId/withdrawal')
  @Allow('bookings.write')
  @Answers(attendanceView)
  takeBack(@By() actor: StaffActor, @Param({ schema: markParams }) params: z.infer<typeof markParams>): Promise<AttendanceView> {
    return this.desk.takeBack(actor, params.id, params.markId);
  }

  @Post('clinician-link')
  @Keyless('a link is kept nowhere, and one more does no harm')
  @Allow('bookings.write')
  @Answers(clinicianLink)
  link(@By() actor: StaffActor, @Param({ schema: idParams }) params: z.infer<typeof idParams>): Promise<ClinicianLink> {
    return this.desk.link(actor, params.id);
  }

  /** Every link that was given out. */
  @Delete('clinician-link')
  @Allow('bookings.write')
  @AnswersNothing()
  endLinks(@By() actor: StaffActor, @Param({ schema: idParams }) params: z.infer<typeof idParams>): Promise<void> {
    return this.desk.endLinks(actor, params.id);
  }
}
