import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import { DataSource } from 'typeorm';
import { LONGEST_WAIT_MS } from './connections';
import { Database } from './database';
import { Events } from './events';
import { Jobs } from './jobs';
import { KeyedRequests } from './keyed-requests.service';
import { LiveHints } from './live-hints';
import { PLATFORM_OPTIONS, type PlatformOptions } from './platform.options';
import { SteadyClient } from './steady-client';
import { Sweeps } from './sweeps';
import { types } from './timestamps';
import { Worker } from './worker';

const connect = (options: PlatformOptions): Promise<DataSource> =>
  new DataSource({
    type: 'postgres',
    url: options.appUrl,
    entities: [...options.entities],
    installExtensions: false,
    applicationName: 'dragoman',
    // What a request asks at once is sent at once: statements wait for each other in PostgreSQL, not on the way there and back.
    extra: { max: options.poolSize, connectionTimeoutMillis: LONGEST_WAIT_MS, Client: SteadyClient, pipeline: true, types },
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
        KeyedRequests,
        LiveHints,
        Worker,
      ],
      exports: [Clock, Database, Jobs, Events, Sweeps, KeyedRequests, LiveHints, Worker],
    };
  }
}
