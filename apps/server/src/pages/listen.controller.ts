import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../http/access.decorators';
import { AppointmentVisits, OPENED_COOKIE } from './appointment.service';
import { ListenService } from './listen.service';
import { AppointmentErrors } from './page.errors';
import { sendSound } from './reply';

/** When the appointment is, as somebody who speaks the patient's language recorded it. */
@Controller('p')
@UseFilters(AppointmentErrors)
export class ListenController {
  constructor(
    private readonly visits: AppointmentVisits,
    private readonly listening: ListenService,
  ) {}

  /** Neither the address nor the file's name says what it says. */
  @Get(':token/listen')
  @Public('the link is the key, and a code where others hold the phone')
  async listen(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visits.opened(token, request.cookies[OPENED_COOKIE]);
    return sendSound(reply, await this.listening.sound(visit), request.headers.range);
  }
}
