import { type DynamicModule, Module } from '@nestjs/common';
import { AgenciesModule } from '@dragoman/agencies';
import { AccessModule } from '@dragoman/access';
import { AlertsModule } from '@dragoman/alerts';
import { Clock, type FixedClock } from '@dragoman/kernel';
import { MessagingModule } from '@dragoman/messaging';
import { Database, Events, Jobs, LiveHints, Sweeps } from '@dragoman/platform';
import { RemindersModule } from '@dragoman/reminders';
import { libModules } from '../libs';
import type { OneTransaction } from './one-transaction';

/** Nobody watches a screen of a clinic that is not there yet. */
const noScreens = { publish: () => undefined };

/** Other links are written by jobs, later, in the process that serves them. */
const nowhere = (): string => {
  throw new Error('nothing is said while the demonstration is loaded');
};

/** The libs over one transaction and a clock that goes where the story is; no worker, no sweeps, no routes. */
@Module({})
export class DemoModule {
  /** @param publicUrl what the links in mails to agencies begin with */
  static with(database: OneTransaction, clock: FixedClock, publicUrl: string): DynamicModule {
    const providers = [
      { provide: Database, useValue: database },
      { provide: Clock, useValue: clock },
      { provide: LiveHints, useValue: noScreens },
      Jobs,
      Events,
      Sweeps,
    ];
    return {
      module: DemoModule,
      global: true,
      imports: [AccessModule.with(), ...libModules, MessagingModule.with(), AgenciesModule.with({ publicUrl: () => publicUrl }), AlertsModule.with({ publicUrl: nowhere }), RemindersModule.with({ publicUrl: nowhere })],
      providers,
      exports: [Database, Clock, LiveHints, Jobs, Events, Sweeps],
    };
  }
}
