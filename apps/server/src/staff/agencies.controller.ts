import { Body, Controller, Get, Param } from '@nestjs/common';
import {
  agency, agencyActivity, type AgencyActivity, agencyChange, type AgencyChange, type Agency as AgencyView, idParams, list, newAgency, type NewAgency,
} from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Post, Put } from '../http/methods';
import { AgencyDesk } from './agency.desk';

/** Outside agencies that bookings may be passed to. */
@Controller('api/agencies')
export class AgenciesController {
  constructor(private readonly desk: AgencyDesk) {}

  @Get()
  @Allow('agencies.read')
  @Answers(list(agency))
  async list(@By() by: StaffActor): Promise<{ items: AgencyView[] }> {
    return { items: await this.desk.list(by) };
  }

  @Post()
  @Allow('agencies.write')
  @Answers(agency, 201)
  add(@By() by: StaffActor, @Body({ schema: newAgency }) said: NewAgency): Promise<AgencyView> {
    return this.desk.add(by, said);
  }

  @Put(':id')
  @Allow('agencies.write')
  @Answers(agency)
  change(
    @By() by: StaffActor,
    @Param({ schema: idParams }) params: z.infer<typeof idParams>,
    @Body({ schema: agencyChange }) said: AgencyChange,
  ): Promise<AgencyView> {
    return this.desk.change(by, params.id, said);
  }

  @Put(':id/activity')
  @Allow('agencies.write')
  @Answers(agency)
  setActive(
    @By() by: StaffActor,
    @Param({ schema: idParams }) params: z.infer<typeof idParams>,
    @Body({ schema: agencyActivity }) said: AgencyActivity,
  ): Promise<AgencyView> {
    return this.desk.setActive(by, params.id, said);
  }
}
