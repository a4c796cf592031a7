import { Body, Controller, Delete, Get, Post, Req, Res } from '@nestjs/common';
import { type Session, Sessions } from '@dragoman/access';
import { session, type Session as SessionView, signIn, type SignIn } from '@dragoman/contracts';
import { Clock } from '@dragoman/kernel';
import { Simulator } from '@dragoman/messaging';
import { Organisations } from '@dragoman/organisations';
import { Database } from '@dragoman/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, SignedIn } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Keyless } from '../http/keyless.decorator';
import { SessionCookie } from '../http/session-cookie';
import { sessionIn } from '../http/request';
import { presentSession } from './session.presenter';

@Controller('api/session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly organisations: Organisations,
    private readonly database: Database,
    private readonly cookie: SessionCookie,
    private readonly clock: Clock,
    private readonly simulator: Simulator,
  ) {}

  @Post()
  @Keyless('nobody is known yet whose key it would be, and a token is kept nowhere')
  @Public('this is how one signs in')
  @Answers(session)
  async signIn(
    @Body({ schema: signIn }) { email, password }: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { token, session: opened } = await this.sessions.signIn({ email, password, address: request.ip });
    this.cookie.write(reply, token, Math.round((opened.expiresAt.getTime() - this.clock.now().getTime()) / 1000));
    return this.present(opened);
  }

  @Get()
  @SignedIn()
  @Answers(session)
  current(@Req() request: FastifyRequest): Promise<SessionView> {
    return this.present(sessionIn(request));
  }

  @Delete()
  @Keyless('whoever is signed out already may sign out again')
  @Public('whoever is signed out already may sign out again')
  @AnswersNothing()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(this.cookie.read(request) ?? '');
    this.cookie.clear(reply);
  }

  private async present(session: Session): Promise<SessionView> {
    const { accountId, organisationId, role } = session;
    const organisation = await this.database.read({ kind: 'staff', accountId, organisationId, role }, (tx) =>
      this.organisations.get(tx, organisationId),
    );
    return presentSession({ session, organisation, simulator: this.simulator.channels().length > 0, now: this.clock.now() });
  }
}
