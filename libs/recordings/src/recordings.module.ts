import { Module } from '@nestjs/common';
import { Recordings } from './recordings.service';

@Module({ providers: [Recordings], exports: [Recordings] })
export class RecordingsModule {}
