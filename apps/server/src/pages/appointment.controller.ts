import { Body, Controller, Get, Inject, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import '@fastify/cookie';
import { Bookings } from '@dragoman/bookings';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { APP_CONFIG, type AppConfig } from '../app.config';
import { Public } from '../http/access.decorators';
import { Keyless } from '../http/keyless.decorator';
import { Post } from '../http/methods';
import { appointmentPage } from './appointment.page';
import { presentAppointment } from './appointment.presenter';
import { AppointmentVisits, OPENED_COOKIE } from './appointment.service';
import { ListenService } from './listen.service';
import { choosePage, codePage, endedPage } from './neutral.page';
import { AppointmentErrors } from './page.errors';
import { answerForm, codeForm, visitQuery, wishForm } from './page.schema';
import { seeOther, sendPage } from './reply';

const pathOf = (token: string): string => `/p/${encodeURIComponent(token)}`;
const pathIn = (token: string, language: string | undefined): string =>
  language ? `${pathOf(token)}?lang=${language}` : pathOf(token);

/** The patient's page behind the link in a message. Looking changes nothing: previews of links look, too. */
@Controller('p')
@UseFilters(AppointmentErrors)
export class AppointmentController {
  constructor(
    private readonly visits: AppointmentVisits,
    private readonly bookings: Bookings,
    private readonly listening: ListenService,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @Get(':token')
  @Public('the link is the key, and a code where others hold the phone')
  async show(
    @Param('token') token: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { lang, change, wished } = visitQuery.parse(query);
    const visit = await this.visits.find(token);
    if (visit === null) return sendPage(reply, 404, endedPage(lang ?? null));
    const language = lang ?? visit.reads;
    const isOpen = await this.visits.isOpen(visit, request.cookies[OPENED_COOKIE]);
    const sound = isOpen && (await this.listening.mayListen(visit)) ? `${pathOf(token)}/listen` : null;
    if (language === null) return sendPage(reply, 200, choosePage(sound));
    if (!isOpen) return sendPage(reply, 200, codePage({ token, language, wasWrong: false }));
    const view = presentAppointment(token, language, visit.source, wished ?? null);
    const calendar = visit.needsCode ? null : `${pathOf(token)}/calendar`;
    return sendPage(reply, 200, appointmentPage(view, { isChanging: change !== undefined, sound, calendar }));
  }

  /** Whoever goes back to the address of a form looks at the page. */
  @Get([':token/answer', ':token/wish', ':token/code'])
  @Public('leads to the page that the link opens')
  async back(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await seeOther(reply, `/p/${encodeURIComponent(token)}`);
  }

  @Post(':token/answer')
  @Public('the link is the key, and a code where others hold the phone')
  async answer(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { lang, answer } = answerForm.parse(body);
    const visit = await this.visits.find(token);
    if (visit === null) return sendPage(reply, 404, endedPage(lang ?? null));
    const isOpen = await this.visits.isOpen(visit, request.cookies[OPENED_COOKIE]);
    if (isOpen) await this.bookings.answer(visit.actor, { bookingId: visit.actor.bookingId, answer, via: 'page' });
    return seeOther(reply, pathIn(token, lang));
  }

  @Post(':token/wish')
  @Public('the link is the key, and a code where others hold the phone')
  async wish(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { lang, wish } = wishForm.parse(body);
    const visit = await this.visits.find(token);
    if (visit === null) return sendPage(reply, 404, endedPage(lang ?? null));
    if (!(await this.visits.isOpen(visit, request.cookies[OPENED_COOKIE]))) return seeOther(reply, pathIn(token, lang));
    await this.bookings.wish(visit.actor, { bookingId: visit.actor.bookingId, wish, via: 'page' });
    return seeOther(reply, `${pathOf(token)}?${new URLSearchParams({ ...(lang && { lang }), wished: wish })}`);
  }

  /** A wrong code, a link that has ended, a page without a code and too many attempts are all answered alike. */
  @Post(':token/code')
  @Keyless('each attempt is counted, and what opens the page is kept nowhere')
  @Public('the link is the key, and attempts are counted')
  async code(@Param('token') token: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { lang, code } = codeForm.parse(body);
    const opened = await this.visits.open(token, code);
    if (opened === null)
      return sendPage(reply, 403, lang ? codePage({ token, language: lang, wasWrong: true }) : choosePage());
    reply.setCookie(OPENED_COOKIE, opened.proof, {
      path: pathOf(token),
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.isHttps(),
      // By the browser's own clock, which may be another than ours.
      maxAge: opened.seconds,
    });
    return seeOther(reply, pathIn(token, lang));
  }
}
