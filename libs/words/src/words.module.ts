import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { OrganisationsModule } from '@dragoman/organisations';
import { Reviews } from './reviews.service';
import { TranslatorFiles } from './translator-files.service';
import { Wordbooks } from './wordbooks.service';

@Module({ imports: [AuditModule, OrganisationsModule], providers: [Reviews, TranslatorFiles, Wordbooks], exports: [Reviews, TranslatorFiles, Wordbooks] })
export class WordsModule {}
