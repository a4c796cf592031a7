import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { Organisations } from './organisations.service';

@Module({ imports: [AuditModule], providers: [Organisations], exports: [Organisations] })
export class OrganisationsModule {}
