import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Database } from './database';
import { Events } from './events';
import { Jobs } from './jobs';
import { LiveHints } from './live-hints';
import { PLATFORM_OPTIONS, type PlatformOptions } from './platform.options';
import { Sweeps } from './sweeps';
import { Worker } from './worker';

/**
 * Between the pool's handing out a connection and TypeORM's taking it nobody listens for its errors,
 * and an error without a listener ends the process: a PostgreSQL that goes away right then must not take us along.
 */
class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

const connect = (options: PlatformOptions): Promise<DataSource> =>
  new DataSource({
    type: 'postgres',
    url: options.appUrl,
    entities: [...options.entities],
    installExtensions: false,
    applicationName: 'dragoman',
    // What a request asks at once is sent at once: statements wait for each other in PostgreSQL, not on the way there and back.
    extra: { max: options.poolSize, Client: SteadyClient, pipeline: true },
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
