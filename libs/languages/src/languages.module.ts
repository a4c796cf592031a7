import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { LanguageFinder } from './finder.service';
import { Languages } from './languages.service';

@Module({
  imports: [AuditModule],
  providers: [Languages, LanguageFinder],
  exports: [Languages, LanguageFinder],
})
export class LanguagesModule {}
