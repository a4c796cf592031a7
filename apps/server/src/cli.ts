import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DomainError } from '@dragoman/kernel';
import pg from 'pg';
import type { DatabaseUrls } from '../../../config/databases';
import { type Environment, readEnvironment } from '../../../config/env.schema';
import type { Cli } from '../../../config/operate';
import { Stop } from '../../../config/stop';
import { auditVerify } from './commands/audit-verify';
import { CliModule } from './commands/cli.module';
import type { Command, CommandContext } from './commands/command';
import { languageMatch } from './commands/language-match';
import { bringUpToDate, migrateCommand } from './commands/migrate';
import { administratorCreate, organisationCreate } from './commands/organisation-create';
import { recordingsImport } from './commands/recordings-import';
import { textsExport } from './commands/texts-export';
import { textsImport } from './commands/texts-import';

const commands: readonly Command[] = [languageMatch, migrateCommand, organisationCreate, administratorCreate, recordingsImport, textsExport, textsImport, auditVerify];

export interface CliOptions {
  readonly databaseUrls: DatabaseUrls;
  readonly print: (line: string) => void;
  /** The embedded database is ours to prepare; another's is only migrated when asked. */
  readonly isEmbedded?: boolean;
}

const lengthOf = ({ words }: Command): number => words.split(' ').length;

const usage = (): string[] => [
  'npm run cli -- <command>',
  ...commands.flatMap(({ words, takes, does }) => [`  ${words} ${takes}`.trimEnd(), `      ${does}`]),
];

const isMigrated = async ({ app }: DatabaseUrls): Promise<boolean> => {
  const client = new pg.Client({ connectionString: app });
  await client.connect();
  try {
    const { rowCount } = await client.query(`select from pg_namespace where nspname = 'languages'`);
    return rowCount === 1;
  } finally {
    await client.end();
  }
};

const start = (urls: DatabaseUrls): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(CliModule.with(urls), { logger: ['error', 'warn'], abortOnError: false });

const prepare = async (command: Command, context: CommandContext, isEmbedded: boolean): Promise<void> => {
  if (command === migrateCommand || (await isMigrated(context.databaseUrls))) return;
  if (!isEmbedded) throw new Stop('This database is not prepared yet: run “npm run migrate” first.');
  await bringUpToDate(context);
};

/**
 * Runs one command.
 * @returns the exit code
 * @throws Stop in one sentence for whoever typed it
 */
export const runCli = async (args: readonly string[], options: CliOptions): Promise<number> => {
  const { databaseUrls, print, isEmbedded = false } = options;
  const command = commands.find((one) => args.slice(0, lengthOf(one)).join(' ') === one.words);
  if (!command) {
    for (const line of usage()) print(line);
    return args.length === 0 || args[0] === 'help' ? 0 : 1;
  }
  let app: Promise<INestApplicationContext> | undefined;
  const context: CommandContext = { databaseUrls, print, open: () => (app ??= start(databaseUrls)) };
  try {
    await prepare(command, context, isEmbedded);
    return await command.run(args.slice(lengthOf(command)), context);
  } catch (error) {
    throw error instanceof DomainError ? new Stop(error.message) : error;
  } finally {
    await (await app?.catch(() => undefined))?.close();
  }
};

const givenUrls = ({ DATABASE_URL: app, DATABASE_OWNER_URL: owner, DATABASE_JOBS_URL: jobs }: Environment): DatabaseUrls => {
  if (!app) throw new Stop('Set DATABASE_URL, or start through “npm run cli”, which opens the embedded database.');
  return { app, owner: owner ?? app, jobs: jobs ?? app };
};

/** What `npm run cli` calls; addresses are given for the embedded database only. */
export const cli: Cli = (args, { databaseUrls } = {}) =>
  runCli(args, {
    databaseUrls: databaseUrls ?? givenUrls(readEnvironment()),
    isEmbedded: databaseUrls !== undefined,
    print: (line) => console.log(line),
  });
