import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { Languages } from './languages.service';

@Module({ imports: [AuditModule], providers: [Languages], exports: [Languages] })
export class LanguagesModule {}
