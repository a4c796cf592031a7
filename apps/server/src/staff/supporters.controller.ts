import { Body, Controller, Get, Param } from '@nestjs/common';
import { idParams, list, supporter, supporterInput, type SupporterInput, supporterParams } from '@dragoman/contracts';
import { Languages } from '@dragoman/languages';
import { Patients, Supporters } from '@dragoman/patients';
import { Database, type StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Delete, Post } from '../http/methods';
import { Colleagues } from './colleagues';
import { presentSupporter } from './supporter.presenter';

const supporterList = list(supporter);
type SupporterList = z.infer<typeof supporterList>;

/** Whom a patient wants to be told in their place. Only here: no link reads or writes them. */
@Controller('api/patients/:id/supporters')
export class SupportersController {
  constructor(
    private readonly database: Database,
    private readonly languages: Languages,
    private readonly patients: Patients,
    private readonly supporters: Supporters,
    private readonly colleagues: Colleagues,
  ) {}

  @Get()
  @Allow('patients.read')
  @Answers(supporterList)
  async all(@By() by: StaffActor, @Param({ schema: idParams }) { id }: z.infer<typeof idParams>): Promise<SupporterList> {
    return this.database.read(by, async (tx) => {
      const { organisationId } = await this.patients.get(tx, id);
      const rows = await this.supporters.of(tx, { organisationId, patientId: id });
      const seen = await this.colleagues.seenBy(tx, by);
      return { items: rows.map((row) => presentSupporter(row, this.languages.variety(row.readsVariety).nameEn, seen)) };
    });
  }

  @Post()
  @Allow('patients.write')
  @Answers(supporterList, 201)
  async add(
    @By() by: StaffActor,
    @Param({ schema: idParams }) params: z.infer<typeof idParams>,
    @Body({ schema: supporterInput }) input: SupporterInput,
  ): Promise<SupporterList> {
    await this.supporters.add(by, params.id, input);
    return this.all(by, params);
  }

  @Delete(':supporterId')
  @Allow('patients.write')
  @AnswersNothing()
  async remove(@By() by: StaffActor, @Param({ schema: supporterParams }) { id, supporterId }: z.infer<typeof supporterParams>): Promise<void> {
    await this.supporters.remove(by, id, supporterId);
  }
}
