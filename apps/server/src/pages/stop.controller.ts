import { Body, Controller, Get, Param, Query, Res, UseFilters } from '@nestjs/common';
import { StopMail } from '@dragoman/messaging';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/access.decorators';
import { Post } from '../http/methods';
import { endedPage, stopPage, stoppedPage } from './neutral.page';
import { AppointmentErrors } from './page.errors';
import { languageOf, visitQuery } from './page.schema';
import { sendPage } from './reply';

/** Silence for a mailbox: the button of a mail program posts here unseen, and a person who follows the address is asked first. */
@Controller('u')
@UseFilters(AppointmentErrors)
export class StopController {
  constructor(private readonly stopMail: StopMail) {}

  @Get(':token')
  @Public('the address is the key')
  async ask(@Param('token') token: string, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { lang } = visitQuery.parse(query);
    const language = await this.stopMail.languageOf(token);
    if (language === null) return sendPage(reply, 404, endedPage(lang ?? null));
    return sendPage(reply, 200, stopPage({ token, language: lang ?? language }));
  }

  /** Answers at once and leads nowhere else, because no person may be looking (RFC 8058 §3.2). */
  @Post(':token')
  @Public('the address is the key')
  async stop(@Param('token') token: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const asked = languageOf(body);
    const language = await this.stopMail.stop(token);
    if (language === null) return sendPage(reply, 404, endedPage(asked));
    return sendPage(reply, 200, stoppedPage(asked ?? language));
  }
}
