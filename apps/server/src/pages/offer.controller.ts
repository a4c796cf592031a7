import { Body, Controller, Get, Param, Post, Res, UseFilters } from '@nestjs/common';
import { Links } from '@dragoman/access';
import { Acceptance, offerFacts, Understandings } from '@dragoman/bookings';
import { Clock, Conflict, NotFound } from '@dragoman/kernel';
import { Database, type InterpreterActor } from '@dragoman/platform';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/access.decorators';
import { offerPage } from './offer.page';
import { presentOffer } from './offer.presenter';
import { OfferErrors } from './page.errors';
import { acceptForm, understoodForm } from './page.schema';
import { seeOther, sendPage } from './reply';

interface Visit {
  actor: InterpreterActor;
  offerId: string;
}

/** What a rule said against it; anything else goes on its way. */
const refusalOf = (answer: Promise<void>): Promise<string | null> =>
  answer.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Conflict) return error.message;
      throw error;
    },
  );

/** The interpreter's page behind the link in an offer. Looking changes nothing: previews of links look, too. */
@Controller('i')
@UseFilters(OfferErrors)
export class OfferController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: Links,
    private readonly acceptance: Acceptance,
    private readonly understandings: Understandings,
  ) {}

  @Get(':token')
  @Public('the link is the key')
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, 200, token, await this.visit(token), null);
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

  /** @throws NotFound `link-ended` for an unknown, expired or revoked link alike. */
  private async visit(token: string): Promise<Visit> {
    const link = await this.links.resolve(token, 'offer');
    if (link?.state !== 'open') throw new NotFound('link-ended', 'This link no longer works.');
    return { actor: { kind: 'interpreter', interpreterId: link.interpreterId }, offerId: link.subjectId };
  }

  private async answer(
    reply: FastifyReply,
    token: string,
    say: (actor: InterpreterActor, offerId: string) => Promise<void>,
  ): Promise<void> {
    const visit = await this.visit(token);
    const refusal = await refusalOf(say(visit.actor, visit.offerId));
    await (refusal === null ? seeOther(reply, `/i/${token}`) : this.send(reply, 409, token, visit, refusal));
  }

  private async send(reply: FastifyReply, status: number, token: string, visit: Visit, refusal: string | null): Promise<void> {
    const facts = await this.database.read(visit.actor, (tx) => offerFacts(tx, visit.offerId));
    await sendPage(reply, status, offerPage(presentOffer(token, facts, this.clock.now(), refusal)));
  }
}
