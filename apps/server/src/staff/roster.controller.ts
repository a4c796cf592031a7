import { Body, Controller, Get, Header, Query } from '@nestjs/common';
import { rosterQuery, rosterReport, type RosterReport, rosterText } from '@dragoman/contracts';
import { Roster, rosterTemplate } from '@dragoman/interpreters';
import type { StaffActor } from '@dragoman/platform';
import { ApiConsumes, ApiProduces } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Post } from '../http/methods';

@Controller('api/interpreters/roster')
export class RosterController {
  constructor(private readonly roster: Roster) {}

  @Get('template')
  @Allow('interpreters.read')
  @ApiProduces('text/csv')
  @Answers(rosterText)
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="interpreters.csv"')
  template(): string {
    return rosterTemplate();
  }

  /** With `dryRun=yes` the answer is all that happens. */
  @Post()
  @Allow('interpreters.write')
  @ApiConsumes('text/csv')
  @Answers(rosterReport)
  import(
    @By() by: StaffActor,
    @Query({ schema: rosterQuery }) { dryRun }: z.infer<typeof rosterQuery>,
    @Body({ schema: rosterText }) text: string,
  ): Promise<RosterReport> {
    return dryRun === 'yes' ? this.roster.check(by, text) : this.roster.import(by, text);
  }
}
