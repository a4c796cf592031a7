import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import type { Logger } from 'pino';
import { APP_CONFIG, type AppConfig } from '../app.config';
import { HealthController } from '../health.controller';
import { AccessGuard } from './access.guard';
import { CrossSiteGuard } from './cross-site.guard';
import { LOG } from './log';
import { ProblemFilter } from './problem.filter';
import { InterpreterCookie, SessionCookie } from './session-cookie';
import { validationPipe } from './validation';

/** What holds for every route, whoever writes it. Guards run in this order. */
@Module({})
export class HttpModule {
  static with(config: AppConfig, log: Logger): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      controllers: [HealthController],
      providers: [
        { provide: APP_CONFIG, useValue: config },
        { provide: LOG, useValue: log },
        { provide: APP_GUARD, useClass: CrossSiteGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
        SessionCookie,
        InterpreterCookie,
      ],
      exports: [APP_CONFIG, LOG, SessionCookie, InterpreterCookie],
    };
  }
}
