import type { ModuleMetadata } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { type Clock, SystemClock } from '@dragoman/kernel';
import { PlatformModule, type PlatformOptions } from '@dragoman/platform';
import type { TestDatabase } from './postgres';

interface Parts {
  imports: NonNullable<ModuleMetadata['imports']>;
  entities?: PlatformOptions['entities'];
  clock?: Clock;
}

/** Libs on a real database, without HTTP; close it before the database. */
export const testModule = async (database: TestDatabase, { imports, entities = [], clock }: Parts): Promise<TestingModule> => {
  const platform = PlatformModule.with({
    appUrl: database.urls.app,
    directUrl: database.urls.app,
    jobsUrl: database.urls.jobs,
    poolSize: 10,
    clock: clock ?? new SystemClock(),
    entities,
  });
  const module = await Test.createTestingModule({ imports: [platform, ...imports] }).compile();
  module.enableShutdownHooks([]);
  return module.init();
};
