import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule, Account, Link } from '@dragoman/access';
import { AuditModule } from '@dragoman/audit';
import { EncountersModule } from '@dragoman/encounters';
import { SystemClock } from '@dragoman/kernel';
import { LanguagesModule } from '@dragoman/languages';
import { Organisation, OrganisationsModule, Site } from '@dragoman/organisations';
import { PlatformModule } from '@dragoman/platform';
import { Recording, RecordingsModule } from '@dragoman/recordings';
import { Review, WordsModule } from '@dragoman/words';
import type { DatabaseUrls } from '../../../../config/databases';

/** Only what the commands need: no HTTP, no worker. */
@Module({})
export class CliModule {
  static with({ app, jobs }: DatabaseUrls): DynamicModule {
    return {
      module: CliModule,
      imports: [
        PlatformModule.with({
          appUrl: app,
          directUrl: app,
          jobsUrl: jobs,
          poolSize: 2,
          clock: new SystemClock(),
          entities: [Organisation, Site, Account, Link, Recording, Review],
        }),
        AuditModule,
        LanguagesModule,
        EncountersModule,
        OrganisationsModule,
        AccessModule.with(),
        WordsModule,
        RecordingsModule,
      ],
    };
  }
}
