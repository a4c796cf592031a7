import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { BookingsModule } from '@dragoman/bookings';
import { InterpretersModule } from '@dragoman/interpreters';
import { OrganisationsModule } from '@dragoman/organisations';
import { AGENCIES_OPTIONS, type AgenciesOptions } from './agencies.options';
import { Agencies } from './agencies.service';
import { AgencyAnswers } from './agency-answers.service';
import { AgencyMail } from './agency-mail.service';
import { AgencyRequests } from './agency-requests.service';
import { AgencyUpkeep } from './agency-upkeep.job';
import { AgencyWord } from './agency-word.service';

@Module({})
export class AgenciesModule {
  /** Global, and needs the global modules of accounts and links, and of messages, beside it. */
  static with(options: AgenciesOptions): DynamicModule {
    return {
      module: AgenciesModule,
      global: true,
      imports: [AuditModule, OrganisationsModule, InterpretersModule, BookingsModule],
      providers: [{ provide: AGENCIES_OPTIONS, useValue: options }, Agencies, AgencyMail, AgencyRequests, AgencyWord, AgencyAnswers, AgencyUpkeep],
      exports: [Agencies, AgencyRequests, AgencyAnswers, AgencyUpkeep],
    };
  }
}
