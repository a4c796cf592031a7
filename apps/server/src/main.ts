import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Clock, ShiftedClock, SystemClock } from '@dragoman/kernel';
import { Languages } from '@dragoman/languages';
import { Worker } from '@dragoman/platform';
import type { AddressInfo } from 'node:net';
import { migrate } from '../../../config/data-source';
import type { DatabaseUrls } from '../../../config/databases';
import { type Environment, readEnvironment } from '../../../config/env.schema';
import { Stop } from '../../../config/stop';
import { createApp } from './app';
import type { AppConfig } from './app.config';
import { carriersOf } from './carriers';
import { demoSignIns, loadDemo } from './demo/load-demo';
import { makeLog } from './http/log';

const POOL = 20;
const starting = { kind: 'installation', by: 'start' } as const;

export interface MainOptions {
  /** By default read from the process. */
  environment?: Environment;
  /** Of the embedded database; by default those of the environment. */
  databaseUrls?: DatabaseUrls;
  print?: (line: string) => void;
  /** Called once the server answers. */
  onReady?: () => void;
}

export interface RunningServer {
  /** How a browser on this machine reaches it. */
  readonly url: string;
  /** Finishes what is under way, ends live streams and jobs, and lets go of the database. */
  close(): Promise<void>;
}

const givenUrls = ({ DATABASE_URL: app, DATABASE_OWNER_URL: owner, DATABASE_JOBS_URL: jobs }: Environment): DatabaseUrls => {
  if (!app) throw new Stop('Set DATABASE_URL, or start through “npm start”, which opens the embedded database.');
  return { app, owner: owner ?? app, jobs: jobs ?? app };
};

const clockOf = ({ CLOCK_STARTS_AT: startsAt }: Environment): Clock =>
  startsAt ? new ShiftedClock(startsAt) : new SystemClock();

/** Known only once it listens, because PORT may be 0. */
class ServedAt implements AppConfig {
  local = '';

  constructor(private readonly environment: Environment) {}

  get roles() {
    return this.environment.ROLES;
  }

  get trustedProxies() {
    return this.environment.TRUSTED_PROXIES ?? [];
  }

  get mailSecret() {
    return this.environment.MAIL_WEBHOOK_SECRET;
  }

  get twilio() {
    const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = this.environment;
    return accountSid && authToken ? { accountSid, authToken } : undefined;
  }

  publicUrl(): string {
    return this.environment.PUBLIC_URL ?? this.local;
  }

  isHttps(): boolean {
    return this.publicUrl().startsWith('https:');
  }
}

const addressOf = (app: NestFastifyApplication, { HOST }: Environment): string => {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const isEverywhere = HOST === '0.0.0.0' || HOST === '::' || HOST === '127.0.0.1';
  return `http://${isEverywhere ? 'localhost' : HOST}:${port}`;
};

/** @returns whether the demonstration is there; somebody else's data is never touched. */
const prepareDemo = async (environment: Environment, urls: DatabaseUrls, options: MainOptions, now: Date): Promise<boolean> => {
  const isEmbedded = options.databaseUrls !== undefined;
  const isWanted = environment.DEMO === undefined ? isEmbedded : environment.DEMO === '1';
  // Nobody listens yet, so that a port which is chosen then is not known.
  const publicUrl = environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`;
  return isWanted && (await loadDemo({ appUrl: urls.app, now, publicUrl })) !== 'not-empty';
};

const printSignIns = (print: (line: string) => void): void => {
  print('Sign in to the demonstration with any of these:');
  for (const { clinic, name, role, email, password } of demoSignIns)
    print(`  ${email}  ${password}  (${name}, ${role}, ${clinic})`);
};

/** Migrates, loads the languages, serves and works: everything a clinic needs, in one process. */
export const main = async (options: MainOptions = {}): Promise<RunningServer> => {
  const { environment = readEnvironment(), print = console.log, onReady } = options;
  const urls = options.databaseUrls ?? givenUrls(environment);
  await migrate({ ownerUrl: urls.owner, jobsUrl: urls.jobs, appUrl: urls.app });
  const config = new ServedAt(environment);
  const clock = clockOf(environment);
  const carriers = carriersOf(environment, () => config.publicUrl(), clock);
  const app = await createApp({
    platform: {
      appUrl: urls.app,
      directUrl: environment.DATABASE_DIRECT_URL ?? urls.app,
      jobsUrl: urls.jobs,
      poolSize: POOL,
      clock,
    },
    config,
    carriers,
    sessionHours: environment.SESSION_HOURS,
    log: makeLog(environment.LOG_LEVEL),
  });
  const worker = app.get(Worker);
  let hasDemo = false;
  try {
    await app.get(Languages).load(starting);
    hasDemo = await prepareDemo(environment, urls, options, clock.now());
    await app.listen(environment.PORT, environment.HOST);
    config.local = addressOf(app, environment);
    if (environment.ROLES.includes('worker')) await worker.start();
  } catch (error) {
    await app.close();
    throw error;
  }
  print(`Dragoman serves ${config.publicUrl()}`);
  if (hasDemo) printSignIns(print);
  onReady?.();
  return {
    url: config.local,
    close: async () => {
      await worker.stop();
      await app.close();
      for (const carrier of carriers) carrier.close();
    },
  };
};
