import { Controller, Get, Param } from '@nestjs/common';
import { reliabilityOf } from '@dragoman/attendance';
import { idParams, reliability, type Reliability } from '@dragoman/contracts';
import { Interpreters } from '@dragoman/interpreters';
import { Clock, inZone } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { Database, type StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';

/** With this one. */
const MONTHS = 12;

/** Of this organisation: what became of their jobs elsewhere is nobody else's. */
@Controller('api/interpreters/:id/reliability')
export class ReliabilityController {
  constructor(
    private readonly interpreters: Interpreters,
    private readonly organisations: Organisations,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('interpreters.read')
  @Answers(reliability)
  async show(@By() by: StaffActor, @Param({ schema: idParams }) { id: interpreterId }: z.infer<typeof idParams>): Promise<Reliability> {
    const until = this.clock.now();
    return this.database.read(by, async (tx) => {
      await this.interpreters.get(tx, interpreterId);
      const { zone } = await this.organisations.get(tx, by.organisationId);
      const from = inZone(until, zone).startOf('month').minus({ months: MONTHS - 1 }).toJSDate();
      return { months: await reliabilityOf(tx, { organisationId: by.organisationId, interpreterId, from, until, zone }) };
    });
  }
}
