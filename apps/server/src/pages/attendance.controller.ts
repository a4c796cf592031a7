import { Body, Controller, Get, Param, Res, UseFilters } from '@nestjs/common';
import { Attendance } from '@dragoman/attendance';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/access.decorators';
import { Post } from '../http/methods';
import { OfferVisits, refusalOf } from './offer.service';
import { OfferErrors } from './page.errors';
import { attendanceForm } from './page.schema';
import { seeOther, sendPage } from './reply';

/** Arrived, started, finished: on the page that an interpreter keeps from the offer on. */
@Controller('i')
@UseFilters(OfferErrors)
export class AttendanceController {
  constructor(
    private readonly visits: OfferVisits,
    private readonly attendance: Attendance,
  ) {}

  @Post(':token/attendance')
  @Public('the link is the key')
  async say(@Param('token') token: string, @Body() sent: unknown, @Res() reply: FastifyReply): Promise<void> {
    const said = attendanceForm.parse(sent ?? {});
    const visit = await this.visits.find(token);
    const refusal = await refusalOf(this.attendance.interpreterSays(visit.actor, visit.offerId, said));
    await (refusal === null ? seeOther(reply, `/i/${token}`) : sendPage(reply, 409, await this.visits.page(visit, refusal)));
  }

  @Get(':token/attendance')
  @Public('leads to the page that the link opens')
  async back(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await seeOther(reply, `/i/${encodeURIComponent(token)}`);
  }
}
