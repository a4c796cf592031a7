import { Controller, Get, Param, Res, UseFilters } from '@nestjs/common';
import { Links } from '@dragoman/access';
import { alertOfNotice, Alerts } from '@dragoman/alerts';
import { Conflict, NotFound } from '@dragoman/kernel';
import { Database } from '@dragoman/platform';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/access.decorators';
import { Post } from '../http/methods';
import { alertPage } from './alert.page';
import { presentAlert } from './alert.presenter';
import { AlertErrors } from './page.errors';
import { seeOther, sendPage } from './reply';

const actor = { kind: 'job', job: 'show-alert' } as const;

const ended = (): NotFound => new NotFound('link-ended', 'This link no longer works.');

/** Whoever was settled before one looked finds that on the page. */
const unlessSettled = (error: unknown): void => {
  if (!(error instanceof Conflict)) throw error;
};

/** What is behind the link in an alert. Looking changes nothing: previews of links look, too. */
@Controller('n')
@UseFilters(AlertErrors)
export class AlertController {
  constructor(
    private readonly database: Database,
    private readonly links: Links,
    private readonly alerts: Alerts,
  ) {}

  @Get(':token')
  @Public('the link is the key')
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const noticeId = await this.noticeOf(token);
    const alert = await this.database.read(actor, (tx) => alertOfNotice(tx, noticeId));
    await sendPage(reply, 200, alertPage(presentAlert(token, alert)));
  }

  @Post(':token/acknowledge')
  @Public('the link is the key')
  async acknowledge(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.alerts.acknowledgeByLink(await this.noticeOf(token)).catch(unlessSettled);
    await seeOther(reply, `/n/${encodeURIComponent(token)}`);
  }

  /** Whoever goes back to the address of an answer looks at the alert. */
  @Get(':token/acknowledge')
  @Public('leads to the page that the link opens')
  async back(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await seeOther(reply, `/n/${encodeURIComponent(token)}`);
  }

  /** @throws NotFound `link-ended` for an unknown, expired or revoked link alike. */
  private async noticeOf(token: string): Promise<string> {
    const link = await this.links.resolve(token, 'alert');
    if (link?.state !== 'open') throw ended();
    return link.subjectId;
  }
}
