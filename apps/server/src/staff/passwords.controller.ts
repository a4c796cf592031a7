import { Body, Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Passwords } from '@dragoman/access';
import {
  choosePassword, type ChoosePassword, forgottenPassword, type ForgottenPassword, passwordLink, type PasswordLink, session, type Session, tokenParams,
} from '@dragoman/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Public } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Keyless } from '../http/keyless.decorator';
import { Post } from '../http/methods';
import { JoiningDesk } from './joining.desk';
import { SessionDesk } from './session.desk';

type Token = z.infer<typeof tokenParams>;

/** Behind “I forgot my password”. */
@Controller('api/passwords')
export class PasswordsController {
  constructor(
    private readonly passwords: Passwords,
    private readonly desk: JoiningDesk,
    private readonly sessions: SessionDesk,
  ) {}

  @Post('forgotten')
  @Keyless('nobody is known yet whose key it would be; asked twice, the newest mail is the one')
  @Public('whoever forgot their password cannot sign in')
  @AnswersNothing()
  forgot(@Req() request: FastifyRequest, @Body({ schema: forgottenPassword }) { email }: ForgottenPassword): Promise<void> {
    return this.passwords.forgot({ email, address: request.ip });
  }

  @Get(':token')
  @Public('whoever forgot their password cannot sign in; looking changes nothing')
  @Answers(passwordLink)
  look(@Param({ schema: tokenParams }) { token }: Token): Promise<PasswordLink> {
    return this.desk.lookAtPassword(token);
  }

  @Post(':token')
  @Keyless('a session’s token is kept nowhere; the link works once, and says so')
  @Public('whoever forgot their password cannot sign in')
  @Answers(session)
  async choose(
    @Req() request: FastifyRequest,
    @Param({ schema: tokenParams }) { token }: Token,
    @Body({ schema: choosePassword }) { password }: ChoosePassword,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    return this.sessions.enter(reply, await this.passwords.choose({ token, password, address: request.ip }));
  }
}
