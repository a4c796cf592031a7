import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { EncounterFiles } from './encounter-files.service';
import { LanguageFinder } from './finder.service';
import { Languages } from './languages.service';
import { Rulings } from './rulings.service';
import { TableEdits } from './table-edits.service';

@Module({
  imports: [AuditModule],
  providers: [Languages, LanguageFinder, TableEdits, Rulings, EncounterFiles],
  exports: [Languages, LanguageFinder, Rulings, EncounterFiles],
})
export class LanguagesModule {}
