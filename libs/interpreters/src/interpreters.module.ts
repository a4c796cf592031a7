import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { LanguagesModule } from '@dragoman/languages';
import { Registers } from './candidate.register';
import { AgencyInterpreters } from './agency-interpreters.service';
import { Commitments } from './commitments.service';
import { Documents } from './documents.service';
import { InterpreterWrites } from './interpreter-writes.service';
import { Interpreters } from './interpreters.service';
import { OwnWeeks } from './own-weeks.service';
import { Roster } from './roster.service';

@Module({
  imports: [AuditModule, LanguagesModule],
  providers: [Registers, Interpreters, InterpreterWrites, Roster, Commitments, AgencyInterpreters, OwnWeeks, Documents],
  exports: [Interpreters, Roster, Commitments, AgencyInterpreters, OwnWeeks, Documents],
})
export class InterpretersModule {}
