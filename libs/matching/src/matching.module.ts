import { Module } from '@nestjs/common';
import { InterpretersModule } from '@dragoman/interpreters';
import { LanguagesModule } from '@dragoman/languages';
import { Matching } from './matching.service';
import { RelayMatching } from './relay.service';

@Module({
  imports: [LanguagesModule, InterpretersModule],
  providers: [Matching, RelayMatching],
  exports: [Matching, RelayMatching],
})
export class MatchingModule {}
