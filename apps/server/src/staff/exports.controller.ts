import { applyDecorators, Controller, Get, Header, Query } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { daySheetQuery, type DaySheetQuery, interpreterQuery, type InterpreterQuery, messageSheetQuery, type MessageSheetQuery, patientQuery, type PatientQuery, sheet } from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { DayExportsDesk } from './day-exports.desk';
import { ExportsDesk } from './exports.desk';

/** Comma-separated text, which a browser keeps under this name. */
const Sheet = (file: string): MethodDecorator =>
  applyDecorators(
    ApiProduces('text/csv'),
    Answers(sheet),
    Header('content-type', 'text/csv; charset=utf-8'),
    Header('content-disposition', `attachment; filename="${file}"`),
  );

/** What a list shows, whole, for a spreadsheet. */
@Controller('api')
export class ExportsController {
  constructor(
    private readonly desk: ExportsDesk,
    private readonly days: DayExportsDesk,
  ) {}

  @Get('messages/sheet')
  @Allow('bookings.read')
  @Sheet('messages.csv')
  messages(@By() by: StaffActor, @Query({ schema: messageSheetQuery }) query: MessageSheetQuery): Promise<string> {
    return this.days.messages(by, query);
  }

  @Get('appointments/sheet')
  @Allow('bookings.read')
  @Sheet('appointments.csv')
  appointments(@By() by: StaffActor, @Query({ schema: daySheetQuery }) query: DaySheetQuery): Promise<string> {
    return this.days.appointments(by, query);
  }

  @Get('patients/sheet')
  @Allow('patients.read')
  @Sheet('patients.csv')
  patients(@By() by: StaffActor, @Query({ schema: patientQuery }) query: PatientQuery): Promise<string> {
    return this.desk.patientList(by, query);
  }

  @Get('interpreters/sheet')
  @Allow('interpreters.read')
  @Sheet('interpreters.csv')
  interpreters(@By() by: StaffActor, @Query({ schema: interpreterQuery }) query: InterpreterQuery): Promise<string> {
    return this.desk.interpreterList(by, query);
  }
}
