import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from '@dragoman/access';
import { AlertsModule } from '@dragoman/alerts';
import { AgenciesModule } from '@dragoman/agencies';
import { type Carrier, MessagingModule } from '@dragoman/messaging';
import { PeopleModule } from '@dragoman/people';
import { PlatformModule, type PlatformOptions } from '@dragoman/platform';
import { RemindersModule } from '@dragoman/reminders';
import type { Logger } from 'pino';
import type { ServerRole } from '../../../config/env.schema';
import type { AppConfig } from './app.config';
import { GatewayModule } from './gateway/gateway.module';
import { HttpModule } from './http/http.module';
import { entities, libModules } from './libs';
import { PagesModule } from './pages/pages.module';
import { StaffModule } from './staff/staff.module';

/** What answers requests; the role `worker` has no routes. */
const modulesOf: Partial<Record<ServerRole, new () => object>> = { staff: StaffModule, pages: PagesModule, gateway: GatewayModule };

export interface AppOptions {
  platform: Omit<PlatformOptions, 'entities'>;
  config: AppConfig;
  sessionHours: number;
  /** A channel without one ends at the simulator. */
  carriers?: readonly Carrier[];
  log: Logger;
}

@Module({})
export class AppModule {
  static with({ platform, config, sessionHours, carriers = [], log }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with({ ...platform, entities }),
        AccessModule.with({ sessionHours }),
        HttpModule.with(config, log),
        ...libModules,
        MessagingModule.with({ carriers, mailSecret: config.mailSecret }),
        AlertsModule.with({ publicUrl: () => config.publicUrl() }),
        AgenciesModule.with({ publicUrl: () => config.publicUrl() }),
        PeopleModule.with({ publicUrl: () => config.publicUrl() }),
        RemindersModule.with({ publicUrl: () => config.publicUrl() }),
        ...config.roles.flatMap((role) => modulesOf[role] ?? []),
      ],
    };
  }
}
