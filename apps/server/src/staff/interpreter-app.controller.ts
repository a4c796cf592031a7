import { Controller, Get, Param } from '@nestjs/common';
import { InterpreterSessions } from '@dragoman/access';
import { idParams, interpreterApp, type InterpreterApp } from '@dragoman/contracts';
import { isoOrNull } from '@dragoman/kernel';
import type { StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Delete } from '../http/methods';

type OfInterpreter = z.infer<typeof idParams>;

/** Whether an interpreter has signed in on a phone; and, when one was lost, the end of it. */
@Controller('api/interpreters/:id/app')
export class InterpreterAppController {
  constructor(private readonly sessions: InterpreterSessions) {}

  @Get()
  @Allow('interpreters.read')
  @Answers(interpreterApp)
  async show(@By() by: StaffActor, @Param({ schema: idParams }) { id }: OfInterpreter): Promise<InterpreterApp> {
    const { sessions, signedInAt } = await this.sessions.ofInterpreter(by, id);
    return { sessions, signedInAt: isoOrNull(signedInAt) };
  }

  @Delete()
  @Allow('interpreters.write')
  @AnswersNothing()
  async end(@By() by: StaffActor, @Param({ schema: idParams }) { id }: OfInterpreter): Promise<void> {
    await this.sessions.endAll(by, id);
  }
}
