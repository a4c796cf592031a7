import { Body, Controller, Get, Req, Res } from '@nestjs/common';
import { CODE_MINUTES, InterpreterSessions, SignInCodes } from '@dragoman/access';
import { myCodeRequest, myCodeSent, type MyCodeSent, mySession, type MySession, mySignIn } from '@dragoman/contracts';
import { Clock } from '@dragoman/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ForInterpreters, Public } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Keyless } from '../http/keyless.decorator';
import { Delete, Post } from '../http/methods';
import { interpreterSessionIn, type SignedInRequest } from '../http/request';
import { InterpreterCookie } from '../http/session-cookie';
import { presentMySession } from './my-session.presenter';

const nobodyYet = 'nobody is known yet whose key it would be, and a newer code stops the older';

/** An interpreter signs in on their phone: a code goes to where they are known to be reached. */
@Controller('api/my')
export class MySessionController {
  constructor(
    private readonly codes: SignInCodes,
    private readonly sessions: InterpreterSessions,
    private readonly cookie: InterpreterCookie,
    private readonly clock: Clock,
  ) {}

  /** The same answer whether or not somebody is known there. */
  @Post('codes')
  @Keyless(nobodyYet)
  @Public('this is how one begins to sign in')
  @Answers(myCodeSent)
  async code(@Body({ schema: myCodeRequest }) { to }: z.infer<typeof myCodeRequest>, @Req() { ip }: FastifyRequest): Promise<MyCodeSent> {
    return { channel: await this.codes.ask({ to, address: ip }), minutes: CODE_MINUTES };
  }

  @Post('session')
  @Keyless('nobody is known yet whose key it would be, and a code works once')
  @Public('this is how one signs in')
  @Answers(mySession)
  async signIn(
    @Body({ schema: mySignIn }) { to, code }: z.infer<typeof mySignIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MySession> {
    const { token, session } = await this.sessions.signIn({ to, code, address: request.ip });
    this.cookie.write(reply, token, Math.round((session.expiresAt.getTime() - this.clock.now().getTime()) / 1000));
    return presentMySession(session, this.clock.now());
  }

  @Get('session')
  @ForInterpreters()
  @Answers(mySession)
  current(@Req() request: SignedInRequest): MySession {
    return presentMySession(interpreterSessionIn(request), this.clock.now());
  }

  @Delete('session')
  @Keyless('whoever is signed out already may sign out again')
  @Public('whoever is signed out already may sign out again')
  @AnswersNothing()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(this.cookie.read(request) ?? '');
    this.cookie.clear(reply);
  }
}
