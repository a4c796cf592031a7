import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { interpreterQuery, type InterpreterQuery, patientQuery, type PatientQuery, sheet } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { ExportsDesk } from './exports.desk';

/** What a list shows, whole, for a spreadsheet. */
@Controller('api')
export class ExportsController {
  constructor(private readonly desk: ExportsDesk) {}

  @Get('patients/sheet')
  @Allow('patients.read')
  @ApiProduces('text/csv')
  @Answers(sheet)
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="patients.csv"')
  patients(@By() by: StaffActor, @Query({ schema: patientQuery }) query: PatientQuery): Promise<string> {
    return this.desk.patientList(by, query);
  }

  @Get('interpreters/sheet')
  @Allow('interpreters.read')
  @ApiProduces('text/csv')
  @Answers(sheet)
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="interpreters.csv"')
  interpreters(@By() by: StaffActor, @Query({ schema: interpreterQuery }) query: InterpreterQuery): Promise<string> {
    return this.desk.interpreterList(by, query);
  }
}
