import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import {
  idParams, patient, type Patient, patientInput, type PatientInput, patientPage, type PatientPage, patientQuery, type PatientQuery, refusal,
} from '@dragoman/contracts';
import { Patients } from '@dragoman/patients';
import type { StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Post, Put } from '../http/methods';
import { PatientDesk } from './patient.desk';
import { presentPatient } from './patient.presenter';

@Controller('api/patients')
export class PatientsController {
  constructor(
    private readonly patients: Patients,
    private readonly desk: PatientDesk,
  ) {}

  @Get()
  @Allow('patients.read')
  @Answers(patientPage)
  list(@By() by: StaffActor, @Query({ schema: patientQuery }) query: PatientQuery): Promise<PatientPage> {
    return this.desk.list(by, query);
  }

  @Post()
  @Allow('patients.write')
  @Answers(patient, 201)
  async register(@By() by: StaffActor, @Body({ schema: patientInput }) input: PatientInput): Promise<Patient> {
    return presentPatient(await this.patients.register(by, input));
  }

  @Get(':id')
  @Allow('patients.read')
  @Answers(patient)
  async show(@By() by: StaffActor, @Param({ schema: idParams }) params: z.infer<typeof idParams>): Promise<Patient> {
    return presentPatient(await this.patients.open(by, params.id));
  }

  @Post(':id/refusals')
  @Allow('patients.write')
  @Answers(patient)
  async refuse(
    @By() by: StaffActor,
    @Param({ schema: idParams }) params: z.infer<typeof idParams>,
    @Body({ schema: refusal }) { interpreterId }: z.infer<typeof refusal>,
  ): Promise<Patient> {
    await this.patients.refuse(by, params.id, interpreterId);
    return presentPatient(await this.patients.open(by, params.id));
  }

  @Put(':id')
  @Allow('patients.write')
  @Answers(patient)
  async update(
    @By() by: StaffActor,
    @Param({ schema: idParams }) params: z.infer<typeof idParams>,
    @Body({ schema: patientInput }) input: PatientInput,
  ): Promise<Patient> {
    return presentPatient(await this.patients.update(by, params.id, input));
  }
}
