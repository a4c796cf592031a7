import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { LanguagesModule } from '@dragoman/languages';
import { Registers } from './candidate.register';
import { Commitments } from './commitments.service';
import { InterpreterWrites } from './interpreter-writes.service';
import { Interpreters } from './interpreters.service';
import { Roster } from './roster.service';

@Module({
  imports: [AuditModule, LanguagesModule],
  providers: [Registers, Interpreters, InterpreterWrites, Roster, Commitments],
  exports: [Interpreters, Roster, Commitments],
})
export class InterpretersModule {}
