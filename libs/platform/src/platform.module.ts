import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import { DataSource } from 'typeorm';
import { Database } from './database';
import { Events } from './events';
import { Jobs } from './jobs';
import { LiveHints } from './live-hints';
import { PLATFORM_OPTIONS, type PlatformOptions } from './platform.options';
import { Sweeps } from './sweeps';
import { Worker } from './worker';

const connect = (options: PlatformOptions): Promise<DataSource> =>
  new DataSource({
    type: 'postgres',
    url: options.appUrl,
    entities: [...options.entities],
    installExtensions: false,
    applicationName: 'dragoman',
    extra: { max: options.poolSize },
  }).initialize();

@Global()
@Module({})
export class PlatformModule {
  static with(options: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: PLATFORM_OPTIONS, useValue: options },
        { provide: Clock, useValue: options.clock },
        {
          provide: Database,
          inject: [PLATFORM_OPTIONS],
          useFactory: async (chosen: PlatformOptions) => new Database(await connect(chosen)),
        },
        Jobs,
        Events,
        Sweeps,
        LiveHints,
        Worker,
      ],
      exports: [Clock, Database, Jobs, Events, Sweeps, LiveHints, Worker],
    };
  }
}
