import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { InterpretersModule } from '@dragoman/interpreters';
import { OrganisationsModule } from '@dragoman/organisations';
import { Sites } from './sites.service';

@Module({ imports: [AuditModule, OrganisationsModule, InterpretersModule], providers: [Sites], exports: [Sites] })
export class SitesModule {}
