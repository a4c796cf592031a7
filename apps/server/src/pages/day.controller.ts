import { Body, Controller, Get, Param, Res, UseFilters } from '@nestjs/common';
import { Concerns, Lateness, StillComing } from '@dragoman/attendance';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/access.decorators';
import { Post } from '../http/methods';
import { type OfferVisit, OfferVisits, refusalOf } from './offer.service';
import { OfferErrors } from './page.errors';
import { concernForm, lateForm, stillComingForm } from './page.schema';
import { seeOther, sendPage } from './reply';

/** Still coming, late, or worried: on the page that an interpreter keeps from the offer on. */
@Controller('i')
@UseFilters(OfferErrors)
export class DayController {
  constructor(
    private readonly visits: OfferVisits,
    private readonly stillComing: StillComing,
    private readonly lateness: Lateness,
    private readonly concerns: Concerns,
  ) {}

  @Post(':token/still-coming')
  @Public('the link is the key')
  async coming(@Param('token') token: string, @Body() sent: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { answer } = stillComingForm.parse(sent ?? {});
    await this.answer(reply, token, async ({ actor, offerId }) => void (await this.stillComing.answer(actor, offerId, answer)));
  }

  @Post(':token/late')
  @Public('the link is the key')
  async late(@Param('token') token: string, @Body() sent: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { minutes } = lateForm.parse(sent ?? {});
    await this.answer(reply, token, ({ actor, offerId }) => this.lateness.interpreterIsLate(actor, offerId, minutes));
  }

  @Post(':token/concern')
  @Public('the link is the key')
  async concern(@Param('token') token: string, @Body() sent: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { code, words, leaves } = concernForm.parse(sent ?? {});
    await this.answer(reply, token, ({ actor, offerId }) => this.concerns.raise(actor, offerId, { code, words, stays: leaves === undefined }));
  }

  @Get([':token/still-coming', ':token/late', ':token/concern'])
  @Public('leads to the page that the link opens')
  async back(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await seeOther(reply, `/i/${encodeURIComponent(token)}`);
  }

  private async answer(reply: FastifyReply, token: string, say: (visit: OfferVisit) => Promise<void>): Promise<void> {
    const visit = await this.visits.find(token);
    const refusal = await refusalOf(say(visit));
    await (refusal === null ? seeOther(reply, `/i/${encodeURIComponent(token)}`) : sendPage(reply, 409, await this.visits.page(visit, refusal)));
  }
}
