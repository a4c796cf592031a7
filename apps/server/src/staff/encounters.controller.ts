import { Body, Controller, Get, Header, Param, Query } from '@nestjs/common';
import {
  encounterDetail, type EncounterDetail, encounterImportQuery, encounterPage, type EncounterPage, encounterQuery, type EncounterQueryInput,
  encounterReport, type EncounterReport, encounterText, looseningInput, type LooseningInput, pairParams, rulingInput, type RulingInput,
} from '@dragoman/contracts';
import { type Pair, Rulings } from '@dragoman/encounters';
import type { StaffActor } from '@dragoman/platform';
import { ApiConsumes, ApiProduces } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Post, Put } from '../http/methods';
import { EncounterDesk } from './encounter.desk';

const pairOf = ({ patient, interpreter }: z.infer<typeof pairParams>): Pair => ({
  patientVariety: patient,
  interpreterVariety: interpreter,
});

@Controller('api/encounters')
export class EncountersController {
  constructor(
    private readonly desk: EncounterDesk,
    private readonly rulings: Rulings,
  ) {}

  @Get()
  @Allow('languages.read')
  @Answers(encounterPage)
  list(@By() by: StaffActor, @Query({ schema: encounterQuery }) { own, open, ...query }: EncounterQueryInput): Promise<EncounterPage> {
    return this.desk.list(by, { ...query, own: own === 'yes', open: open === 'yes' });
  }

  /** Everything that is in effect here, with the columns that the import takes. */
  @Get('table')
  @Allow('languages.read')
  @ApiProduces('text/csv')
  @Answers(encounterText)
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="who-may-interpret-for-whom.csv"')
  export(@By() by: StaffActor): Promise<string> {
    return this.desk.write(by);
  }

  /** With `dryRun=yes` the answer is all that happens. */
  @Post('table')
  @Allow('languages.write')
  @ApiConsumes('text/csv')
  @Answers(encounterReport)
  import(
    @By() by: StaffActor,
    @Query({ schema: encounterImportQuery }) { dryRun }: z.infer<typeof encounterImportQuery>,
    @Body({ schema: encounterText }) text: string,
  ): Promise<EncounterReport> {
    return dryRun === 'yes' ? this.desk.rehearse(by, text) : this.desk.import(by, text);
  }

  @Get(':patient/:interpreter')
  @Allow('languages.read')
  @Answers(encounterDetail)
  show(@By() by: StaffActor, @Param({ schema: pairParams }) params: z.infer<typeof pairParams>): Promise<EncounterDetail> {
    return this.desk.show(by, pairOf(params));
  }

  /** In effect at once; refused for whatever would allow more than now. */
  @Put(':patient/:interpreter')
  @Allow('languages.write')
  @Answers(encounterDetail)
  async tighten(
    @By() by: StaffActor,
    @Param({ schema: pairParams }) params: z.infer<typeof pairParams>,
    @Body({ schema: rulingInput }) input: RulingInput,
  ): Promise<EncounterDetail> {
    await this.rulings.tighten(by, { ...pairOf(params), ...input });
    return this.desk.show(by, pairOf(params));
  }

  /** Waits for a second person. */
  @Post(':patient/:interpreter/loosenings')
  @Allow('languages.write')
  @Answers(encounterDetail, 201)
  async propose(
    @By() by: StaffActor,
    @Param({ schema: pairParams }) params: z.infer<typeof pairParams>,
    @Body({ schema: looseningInput }) input: LooseningInput,
  ): Promise<EncounterDetail> {
    const pair = pairOf(params);
    await ('lift' in input ? this.rulings.proposeLifting(by, pair, input) : this.rulings.propose(by, { ...pair, ...input }));
    return this.desk.show(by, pair);
  }
}
