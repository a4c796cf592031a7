import { Module } from '@nestjs/common';
import { InterpretersModule } from '@dragoman/interpreters';
import { LanguagesModule } from '@dragoman/languages';
import { Matching } from './matching.service';

@Module({ imports: [InterpretersModule, LanguagesModule], providers: [Matching], exports: [Matching] })
export class MatchingModule {}
