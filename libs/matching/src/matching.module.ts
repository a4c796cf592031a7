import { Module } from '@nestjs/common';
import { EncountersModule } from '@dragoman/encounters';
import { InterpretersModule } from '@dragoman/interpreters';
import { LanguagesModule } from '@dragoman/languages';
import { Matching } from './matching.service';
import { RelayMatching } from './relay.service';

@Module({
  imports: [LanguagesModule, EncountersModule, InterpretersModule],
  providers: [Matching, RelayMatching],
  exports: [Matching, RelayMatching],
})
export class MatchingModule {}
