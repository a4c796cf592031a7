import { Body, Controller, Get, Param, Res, UseFilters } from '@nestjs/common';
import { Links } from '@dragoman/access';
import { AgencyAnswers } from '@dragoman/agencies';
import { Clock, DomainError, Invalid, NotFound } from '@dragoman/kernel';
import type { AgencyActor } from '@dragoman/platform';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/access.decorators';
import { Post } from '../http/methods';
import { agencyPage } from './agency.page';
import { presentAgencyPage } from './agency.presenter';
import { AgencyErrors } from './page.errors';
import { type AgencyForm, agencyForm } from './page.schema';
import { seeOther, sendPage } from './reply';

interface Visit {
  actor: AgencyActor;
  requestId: string;
}

const nothingTyped: AgencyForm = { name: '', phone: '', credential: '', word: [] };

/** @throws Invalid `incomplete`. */
const assertWhole = ({ name, phone, credential }: AgencyForm): void => {
  if (!name || !phone || !credential)
    throw new Invalid('incomplete', 'Write the interpreter’s name, mobile number and credential or registration. Nothing was booked.');
};

const refusalOf = (answer: Promise<void>): Promise<DomainError | null> =>
  answer.then(
    () => null,
    (error: unknown) => {
      if (error instanceof DomainError && (error.kind === 'conflict' || error.kind === 'invalid')) return error;
      throw error;
    },
  );

/** An outside agency's page behind the link in its mail. Looking changes nothing: previews of links look, too. */
@Controller('a')
@UseFilters(AgencyErrors)
export class AgencyController {
  constructor(
    private readonly clock: Clock,
    private readonly links: Links,
    private readonly answers: AgencyAnswers,
  ) {}

  @Get(':token')
  @Public('the link is the key')
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, token, await this.visit(token), { refusal: null, typed: nothingTyped });
  }

  @Post(':token/confirm')
  @Public('the link is the key')
  async confirm(@Param('token') token: string, @Body() sent: unknown, @Res() reply: FastifyReply): Promise<void> {
    const typed = agencyForm.parse(sent ?? {});
    const visit = await this.visit(token);
    const confirmed = async (): Promise<void> => {
      assertWhole(typed);
      await this.answers.confirm(visit.actor, visit.requestId, typed);
    };
    await this.after(reply, token, visit, { refusal: await refusalOf(confirmed()), typed });
  }

  @Post(':token/decline')
  @Public('the link is the key')
  async decline(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visit(token);
    const refusal = await refusalOf(this.answers.decline(visit.actor, visit.requestId));
    await this.after(reply, token, visit, { refusal, typed: nothingTyped });
  }

  /** Whoever goes back to the address of an answer, or mends it by hand, looks at the request. */
  @Get([':token/confirm', ':token/decline'])
  @Public('leads to the page that the link opens')
  async back(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await seeOther(reply, `/a/${encodeURIComponent(token)}`);
  }

  /** @throws NotFound `link-ended` for an unknown, expired or revoked link alike. */
  private async visit(token: string): Promise<Visit> {
    const link = await this.links.resolve(token, 'agency');
    if (link?.state !== 'open') throw new NotFound('link-ended', 'This link no longer works.');
    return { actor: await this.answers.actorOf(link.organisationId, link.subjectId), requestId: link.subjectId };
  }

  private after(reply: FastifyReply, token: string, visit: Visit, answered: { refusal: DomainError | null; typed: AgencyForm }): Promise<void> {
    return answered.refusal === null ? seeOther(reply, `/a/${token}`) : this.send(reply, token, visit, answered);
  }

  private async send(reply: FastifyReply, token: string, visit: Visit, { refusal, typed }: { refusal: DomainError | null; typed: AgencyForm }): Promise<void> {
    const page = await this.answers.show(visit.actor, visit.requestId);
    const status = refusal === null ? 200 : refusal.kind === 'invalid' ? 400 : 409;
    await sendPage(reply, status, agencyPage(presentAgencyPage(token, page, this.clock.now(), { refusal: refusal?.message ?? null, typed })));
  }
}
