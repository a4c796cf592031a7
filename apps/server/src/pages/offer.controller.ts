import { Body, Controller, Get, Param, Res, UseFilters } from '@nestjs/common';
import { Acceptance, Understandings } from '@dragoman/bookings';
import type { InterpreterActor } from '@dragoman/platform';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/access.decorators';
import { Post } from '../http/methods';
import { OfferVisits, refusalOf } from './offer.service';
import { OfferErrors } from './page.errors';
import { acceptForm, understoodForm } from './page.schema';
import { seeOther, sendPage } from './reply';

/** The interpreter's page behind the link in an offer. Looking changes nothing: previews of links look, too. */
@Controller('i')
@UseFilters(OfferErrors)
export class OfferController {
  constructor(
    private readonly visits: OfferVisits,
    private readonly acceptance: Acceptance,
    private readonly understandings: Understandings,
  ) {}

  @Get(':token')
  @Public('the link is the key')
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, 200, await this.visits.page(await this.visits.find(token), null));
  }

  @Post(':token/accept')
  @Public('the link is the key')
  async accept(@Param('token') token: string, @Body() sent: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { conflict } = acceptForm.parse(sent ?? {});
    await this.answer(reply, token, (actor, offerId) => this.acceptance.accept(actor, offerId, conflict));
  }

  @Post(':token/decline')
  @Public('the link is the key')
  async decline(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(reply, token, (actor, offerId) => this.acceptance.decline(actor, offerId));
  }

  /** After the session; the answer may be corrected for a day. */
  @Post(':token/understood')
  @Public('the link is the key')
  async understood(@Param('token') token: string, @Body() sent: unknown, @Res() reply: FastifyReply): Promise<void> {
    const form = understoodForm.safeParse(sent ?? {});
    if (!form.success) return seeOther(reply, `/i/${encodeURIComponent(token)}`);
    const understood = form.data.understood === 'yes';
    await this.answer(reply, token, (actor, offerId) => this.understandings.interpreterSaid(actor, offerId, understood));
  }

  /** Whoever goes back to the address of an answer, or mends it by hand, looks at the offer. */
  @Get([':token/accept', ':token/decline', ':token/understood'])
  @Public('leads to the page that the link opens')
  async back(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await seeOther(reply, `/i/${encodeURIComponent(token)}`);
  }

  private async answer(
    reply: FastifyReply,
    token: string,
    say: (actor: InterpreterActor, offerId: string) => Promise<void>,
  ): Promise<void> {
    const visit = await this.visits.find(token);
    const refusal = await refusalOf(say(visit.actor, visit.offerId));
    await (refusal === null ? seeOther(reply, `/i/${token}`) : sendPage(reply, 409, await this.visits.page(visit, refusal)));
  }
}
