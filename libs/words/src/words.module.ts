import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { OrganisationsModule } from '@dragoman/organisations';
import { Reviews } from './reviews.service';
import { Wordbooks } from './wordbooks.service';

@Module({ imports: [AuditModule, OrganisationsModule], providers: [Reviews, Wordbooks], exports: [Reviews, Wordbooks] })
export class WordsModule {}
