import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { LanguagesModule } from '@dragoman/languages';
import { EncounterFiles } from './encounter-files.service';
import { Encounters } from './encounters.service';
import { Rulings } from './rulings.service';
import { TableEdits } from './table-edits.service';

@Module({
  imports: [AuditModule, LanguagesModule],
  providers: [Encounters, TableEdits, Rulings, EncounterFiles],
  exports: [Encounters, Rulings, EncounterFiles],
})
export class EncountersModule {}
