import { Injectable } from '@nestjs/common';
import type { OpenedSession, Session } from '@dragoman/access';
import type { Session as SessionView } from '@dragoman/contracts';
import { Clock } from '@dragoman/kernel';
import { Simulator } from '@dragoman/messaging';
import { Organisations } from '@dragoman/organisations';
import { Database } from '@dragoman/platform';
import type { FastifyReply } from 'fastify';
import { SessionCookie } from '../http/session-cookie';
import { presentSession } from './session.presenter';

/** How somebody comes in, whether by their password or by a link. */
@Injectable()
export class SessionDesk {
  constructor(
    private readonly database: Database,
    private readonly organisations: Organisations,
    private readonly cookie: SessionCookie,
    private readonly clock: Clock,
    private readonly simulator: Simulator,
  ) {}

  enter(reply: FastifyReply, { token, session }: OpenedSession): Promise<SessionView> {
    this.cookie.write(reply, token, Math.round((session.expiresAt.getTime() - this.clock.now().getTime()) / 1000));
    return this.present(session);
  }

  async present(session: Session): Promise<SessionView> {
    const { accountId, organisationId, role } = session;
    const organisation = await this.database.read({ kind: 'staff', accountId, organisationId, role }, (tx) =>
      this.organisations.get(tx, organisationId),
    );
    return presentSession({ session, organisation, simulator: this.simulator.channels().length > 0, now: this.clock.now() });
  }
}
