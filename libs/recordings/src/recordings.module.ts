import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { Recordings } from './recordings.service';

@Module({ imports: [AuditModule], providers: [Recordings], exports: [Recordings] })
export class RecordingsModule {}
