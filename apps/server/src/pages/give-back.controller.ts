import { Body, Controller, Get, Param, Res, UseFilters } from '@nestjs/common';
import { GivingBack, offerFacts } from '@dragoman/bookings';
import { Clock, plusMinutes } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { Database } from '@dragoman/platform';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/access.decorators';
import { Post } from '../http/methods';
import { giveBackPage } from './give-back.page';
import { type OfferVisit, OfferVisits, refusalOf } from './offer.service';
import { presentOffer } from './offer.presenter';
import { OfferErrors } from './page.errors';
import { giveBackForm } from './page.schema';
import { seeOther, sendPage } from './reply';

/** An interpreter gives a job back, behind the link by which they accepted it. */
@Controller('i/:token/give-back')
@UseFilters(OfferErrors)
export class GiveBackController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly visits: OfferVisits,
    private readonly organisations: Organisations,
    private readonly givingBack: GivingBack,
  ) {}

  @Get()
  @Public('the link is the key')
  async ask(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, 200, await this.visits.find(token), null);
  }

  @Post()
  @Public('the link is the key')
  async giveBack(@Param('token') token: string, @Body() sent: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { reason } = giveBackForm.parse(sent ?? {});
    const visit = await this.visits.find(token);
    const refusal = await refusalOf(this.givingBack.giveBack(visit.actor, visit.offerId, reason));
    await (refusal === null ? seeOther(reply, `/i/${encodeURIComponent(token)}`) : this.send(reply, 409, visit, refusal));
  }

  private async send(reply: FastifyReply, status: number, { token, actor, offerId }: OfferVisit, refusal: string | null): Promise<void> {
    const now = this.clock.now();
    const { facts, policy } = await this.database.read(actor, async (tx) => {
      const found = await offerFacts(tx, offerId);
      return { facts: found, policy: (await this.organisations.get(tx, found.organisationId)).policy };
    });
    const job = presentOffer(token, facts, now, null);
    const needsReason = plusMinutes(now, policy.givingBack.freelyUntilHours * 60) > facts.startsAt;
    await (job.mayGiveBack ? sendPage(reply, status, giveBackPage({ job, needsReason, refusal })) : seeOther(reply, `/i/${encodeURIComponent(token)}`));
  }
}
