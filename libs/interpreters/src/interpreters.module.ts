import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { LanguagesModule } from '@dragoman/languages';
import { Commitments } from './commitments.service';
import { InterpreterWrites } from './interpreter-writes.service';
import { Interpreters } from './interpreters.service';

@Module({
  imports: [AuditModule, LanguagesModule],
  providers: [Interpreters, InterpreterWrites, Commitments],
  exports: [Interpreters, Commitments],
})
export class InterpretersModule {}
