import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { Reviews } from './reviews.service';
import { Wordbooks } from './wordbooks.service';

@Module({ imports: [AuditModule], providers: [Reviews, Wordbooks], exports: [Reviews, Wordbooks] })
export class WordsModule {}
