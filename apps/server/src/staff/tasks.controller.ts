import { Controller, Param } from '@nestjs/common';
import { idParams } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import { Tasks } from '@dragoman/reminders';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { AnswersNothing } from '../http/answers.decorator';
import { Post } from '../http/methods';

@Controller('api/tasks')
export class TasksController {
  constructor(private readonly tasks: Tasks) {}

  @Post(':id/done')
  @Allow('tasks.write')
  @AnswersNothing()
  done(@By() by: StaffActor, @Param({ schema: idParams }) params: z.infer<typeof idParams>): Promise<void> {
    return this.tasks.done(by, params.id);
  }
}
