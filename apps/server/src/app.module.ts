import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from '@dragoman/access';
import { type Carrier, MessagingModule } from '@dragoman/messaging';
import { PlatformModule, type PlatformOptions } from '@dragoman/platform';
import { RemindersModule } from '@dragoman/reminders';
import type { Logger } from 'pino';
import type { ServerRole } from '../../../config/env.schema';
import type { AppConfig } from './app.config';
import { HttpModule } from './http/http.module';
import { entities, libModules } from './libs';
import { PagesModule } from './pages/pages.module';
import { StaffModule } from './staff/staff.module';

/** What answers requests; the role `worker` has no routes, `gateway` none yet. */
const modulesOf: Partial<Record<ServerRole, new () => object>> = { staff: StaffModule, pages: PagesModule };

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
        MessagingModule.with({ carriers }),
        RemindersModule.with({ publicUrl: () => config.publicUrl() }),
        ...config.roles.flatMap((role) => modulesOf[role] ?? []),
      ],
    };
  }
}
