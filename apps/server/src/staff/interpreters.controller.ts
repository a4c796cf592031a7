import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import {
  idParams, interpreter, type Interpreter, interpreterActivity, type InterpreterActivity, interpreterChange, type InterpreterChange, interpreterInput, type InterpreterInput,
  interpreterPage, type InterpreterPage, interpreterQuery, type InterpreterQuery, jobsAhead, type JobsAhead,
} from '@dragoman/contracts';
import { jobsAheadOf } from '@dragoman/bookings';
import { Interpreters } from '@dragoman/interpreters';
import { Clock, isoOrNull } from '@dragoman/kernel';
import { Database, type StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Post, Put } from '../http/methods';
import { presentInterpreter, presentInterpreterPage } from './interpreter.presenter';

@Controller('api/interpreters')
export class InterpretersController {
  constructor(
    private readonly interpreters: Interpreters,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('interpreters.read')
  @Answers(interpreterPage)
  async list(@By() by: StaffActor, @Query({ schema: interpreterQuery }) query: InterpreterQuery): Promise<InterpreterPage> {
    return presentInterpreterPage(await this.database.read(by, (tx) => this.interpreters.list(tx, query), { asks: 1 }));
  }

  @Post()
  @Allow('interpreters.write')
  @Answers(interpreter, 201)
  async add(@By() by: StaffActor, @Body({ schema: interpreterInput }) input: InterpreterInput): Promise<Interpreter> {
    return presentInterpreter(await this.interpreters.add(by, input));
  }

  @Get(':id')
  @Allow('interpreters.read')
  @Answers(interpreter)
  async show(@By() by: StaffActor, @Param({ schema: idParams }) params: z.infer<typeof idParams>): Promise<Interpreter> {
    return presentInterpreter(await this.database.read(by, (tx) => this.interpreters.get(tx, params.id)));
  }

  @Put(':id')
  @Allow('interpreters.write')
  @Answers(interpreter)
  async update(
    @By() by: StaffActor,
    @Param({ schema: idParams }) params: z.infer<typeof idParams>,
    @Body({ schema: interpreterChange }) input: InterpreterChange,
  ): Promise<Interpreter> {
    return presentInterpreter(await this.interpreters.update(by, params.id, input));
  }

  /** Of this organisation; another's are nobody else's to count. */
  @Get(':id/jobs-ahead')
  @Allow('interpreters.read')
  @Answers(jobsAhead)
  async jobsAhead(@By() by: StaffActor, @Param({ schema: idParams }) params: z.infer<typeof idParams>): Promise<JobsAhead> {
    const now = this.clock.now();
    const { jobs, nextStartsAt } = await this.database.read(by, (tx) => jobsAheadOf(tx, by.organisationId, params.id, now));
    return { jobs, nextStartsAt: isoOrNull(nextStartsAt) };
  }

  @Put(':id/activity')
  @Allow('interpreters.write')
  @Answers(interpreter)
  async setActive(
    @By() by: StaffActor,
    @Param({ schema: idParams }) params: z.infer<typeof idParams>,
    @Body({ schema: interpreterActivity }) input: InterpreterActivity,
  ): Promise<Interpreter> {
    return presentInterpreter(await this.interpreters.setActive(by, params.id, input));
  }
}
