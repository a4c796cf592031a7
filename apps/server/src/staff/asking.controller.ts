import { Controller, Get, Param } from '@nestjs/common';
import { asking, type Asking, idParams, patient, type Patient } from '@dragoman/contracts';
import { isoOf } from '@dragoman/kernel';
import { Patients } from '@dragoman/patients';
import { Database, type StaffActor } from '@dragoman/platform';
import { AskAgain } from '@dragoman/reminders';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { presentPatient } from './patient.presenter';

/** Whether a patient is to be asked again how they want to be told, and that they were and nothing has changed. */
@Controller('api/patients/:id')
export class AskingController {
  constructor(
    private readonly database: Database,
    private readonly patients: Patients,
    private readonly askAgain: AskAgain,
  ) {}

  @Get('asking')
  @Allow('patients.read')
  @Answers(asking)
  async show(@By() by: StaffActor, @Param({ schema: idParams }) { id }: z.infer<typeof idParams>): Promise<Asking> {
    const { lastAskedAt, monthsAgo, because } = await this.database.read(by, (tx) => this.askAgain.asking(tx, id));
    return { lastAskedAt: isoOf(lastAskedAt), monthsAgo, because };
  }

  @Post('confirmation')
  @Allow('patients.write')
  @Answers(patient)
  async confirm(@By() by: StaffActor, @Param({ schema: idParams }) { id }: z.infer<typeof idParams>): Promise<Patient> {
    await this.patients.confirmUnchanged(by, id);
    return presentPatient(await this.patients.open(by, id));
  }
}
