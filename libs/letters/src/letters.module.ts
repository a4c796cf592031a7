import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { Letters } from './letters.service';
import { Typesetting } from './typesetting.service';

@Module({ imports: [AuditModule], providers: [Typesetting, Letters], exports: [Typesetting, Letters] })
export class LettersModule {}
