import { Body, Controller, Get, Req, Res } from '@nestjs/common';
import { Passwords, Sessions } from '@dragoman/access';
import { changePassword, type ChangePassword, session, type Session as SessionView, signIn, type SignIn } from '@dragoman/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, SignedIn } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Keyless } from '../http/keyless.decorator';
import { Delete, Post, Put } from '../http/methods';
import { SessionCookie } from '../http/session-cookie';
import { sessionIn } from '../http/request';
import { SessionDesk } from './session.desk';

@Controller('api/session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly desk: SessionDesk,
    private readonly cookie: SessionCookie,
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
    return this.desk.enter(reply, await this.sessions.signIn({ email, password, address: request.ip }));
  }

  @Get()
  @SignedIn()
  @Answers(session)
  current(@Req() request: FastifyRequest): Promise<SessionView> {
    return this.desk.present(sessionIn(request));
  }

  @Delete()
  @Keyless('whoever is signed out already may sign out again')
  @Public('whoever is signed out already may sign out again')
  @AnswersNothing()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(this.cookie.read(request) ?? '');
    this.cookie.clear(reply);
  }

  /** One's own; every other screen on which one is signed in closes. */
  @Put('password')
  @Keyless('a password is kept nowhere, also not as the answer to a key; done twice, the second says that the old one is wrong')
  @SignedIn()
  @AnswersNothing()
  async changePassword(@Req() request: FastifyRequest, @Body({ schema: changePassword }) input: ChangePassword): Promise<void> {
    await this.passwords.change(sessionIn(request), { ...input, keptToken: this.cookie.read(request) ?? '' });
  }
}
