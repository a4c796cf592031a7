import { Body, Controller, Get, Param, Res, UseFilters } from '@nestjs/common';
import { Attendance, ClinicianLinks } from '@dragoman/attendance';
import { Understandings } from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import type { ClinicianActor } from '@dragoman/platform';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/access.decorators';
import { Post } from '../http/methods';
import { clinicianPage } from './clinician.page';
import { presentBriefing } from './clinician.presenter';
import { refusalOf } from './offer.service';
import { ClinicianErrors } from './page.errors';
import { attendanceForm, understoodForm } from './page.schema';
import { seeOther, sendPage } from './reply';

const pathOf = (token: string): string => `/c/${encodeURIComponent(token)}`;

/** The clinician's page: no account, one booking, one tap. Looking changes nothing: previews of links look, too. */
@Controller('c')
@UseFilters(ClinicianErrors)
export class ClinicianController {
  constructor(
    private readonly links: ClinicianLinks,
    private readonly clock: Clock,
    private readonly attendance: Attendance,
    private readonly understandings: Understandings,
  ) {}

  @Get(':token')
  @Public('the link is the key')
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, 200, token, await this.links.holderOf(token), null);
  }

  @Post(':token/attendance')
  @Public('the link is the key')
  async say(@Param('token') token: string, @Body() sent: unknown, @Res() reply: FastifyReply): Promise<void> {
    const said = attendanceForm.parse(sent ?? {});
    await this.answer(reply, token, (actor) => this.attendance.clinicSays(actor, actor.bookingId, said));
  }

  /** After the session; the answer may be corrected for a day. */
  @Post(':token/understood')
  @Public('the link is the key')
  async understood(@Param('token') token: string, @Body() sent: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { understood } = understoodForm.parse(sent ?? {});
    await this.answer(reply, token, (actor) => this.understandings.clinicianSaid(actor, understood === 'yes'));
  }

  @Get([':token/attendance', ':token/understood'])
  @Public('leads to the page that the link opens')
  async back(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await seeOther(reply, pathOf(token));
  }

  private async answer(reply: FastifyReply, token: string, say: (actor: ClinicianActor) => Promise<void>): Promise<void> {
    const actor = await this.links.holderOf(token);
    const refusal = await refusalOf(say(actor));
    await (refusal === null ? seeOther(reply, pathOf(token)) : this.send(reply, 409, token, actor, refusal));
  }

  private async send(reply: FastifyReply, status: number, token: string, actor: ClinicianActor, refusal: string | null): Promise<void> {
    await sendPage(reply, status, clinicianPage(presentBriefing(pathOf(token), await this.links.brief(actor), this.clock.now(), refusal)));
  }
}
