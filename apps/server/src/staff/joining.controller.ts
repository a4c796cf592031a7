import { Body, Controller, Get, Param, Res } from '@nestjs/common';
import { Joining } from '@dragoman/access';
import { joining, type Joining as JoiningView, joinWith, type JoinWith, session, type Session, tokenParams } from '@dragoman/contracts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Public } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Keyless } from '../http/keyless.decorator';
import { Post } from '../http/methods';
import { JoiningDesk } from './joining.desk';
import { SessionDesk } from './session.desk';

type Token = z.infer<typeof tokenParams>;

/** Behind the link of an invitation. */
@Controller('api/joining/:token')
export class JoiningController {
  constructor(
    private readonly joining: Joining,
    private readonly desk: JoiningDesk,
    private readonly sessions: SessionDesk,
  ) {}

  @Get()
  @Public('whoever was invited has no account yet; looking changes nothing')
  @Answers(joining)
  look(@Param({ schema: tokenParams }) { token }: Token): Promise<JoiningView> {
    return this.desk.look(token);
  }

  @Post()
  @Keyless('a session’s token is kept nowhere; the link works once, and says so')
  @Public('whoever was invited has no account yet')
  @Answers(session)
  async join(
    @Param({ schema: tokenParams }) { token }: Token,
    @Body({ schema: joinWith }) input: JoinWith,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    return this.sessions.enter(reply, await this.joining.accept({ token, ...input }));
  }
}
