import type { Clock } from '@dragoman/kernel';

export interface PlatformOptions {
  /** Login role without BYPASSRLS; every transaction takes a group role from it. */
  appUrl: string;
  /** Past any pooler: LISTEN and session locks. */
  directUrl: string;
  /** Owns the job queue. */
  jobsUrl: string;
  poolSize: number;
  clock: Clock;
  entities: readonly (new () => object)[];
}

export const PLATFORM_OPTIONS = Symbol('PlatformOptions');
