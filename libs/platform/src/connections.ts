import { Unavailable } from '@dragoman/kernel';
import pg from 'pg';
import { type DataSource, QueryFailedError } from 'typeorm';
import { PassingContext } from './passing-context';
import type { SteadyClient } from './steady-client';

/** One that somebody has. */
export type Connection = pg.PoolClient & SteadyClient;

/** Where one is got, and given back to. */
export interface Source {
  connect(): Promise<Connection>;
  release(): unknown;
}

/** How long anybody waits for connections: with what is done on them, less than the five seconds within which everybody is to have an answer. */
export const LONGEST_WAIT_MS = 3_500;

/** What is left of it for everything that is done for one request. */
const patience = new PassingContext<{ leftMs: number }>();

/** However many transactions one after the other `work` begins, their waiting together lasts no longer than `LONGEST_WAIT_MS`. */
export const withOnePatience = <T>(work: () => Promise<T>): Promise<T> => patience.run({ leftMs: LONGEST_WAIT_MS }, work);

/** What a backend says that is being ended, and what the operating system says of a connection that is no more. */
const LOST = /^(57P0[1-5]|08...|ECONN.*|EPIPE|ETIMEDOUT)$/;
const LOST_WORDS = /connection terminated/i;
/** Said without asking PostgreSQL anything, on a connection that is known to be gone. */
const NEVER_SENT = /not queryable|already released/i;

/** Whether what was under way is gone with its connection; TypeORM gives such a connection away and then says only that. */
export const isConnectionLost = (error: unknown): boolean => {
  const { code = '', message = '' } = ((error instanceof QueryFailedError ? error.driverError : error) ?? {}) as { code?: string; message?: string };
  return LOST.test(code) || LOST_WORDS.test(message) || NEVER_SENT.test(message);
};

/** Nothing reached PostgreSQL. */
export const wasNeverSent = (error: unknown): boolean => NEVER_SENT.test(String(error));

/** PostgreSQL said itself that it stops at this statement: nothing that was sent after it was done. */
export const wasToldOfTheEnd = (error: unknown): boolean => error instanceof pg.DatabaseError;

export const databaseAway = (): Unavailable =>
  new Unavailable('not-available', 'The database is not to be reached just now. Nothing was saved; try again in a moment.');

const tooBusy = (): Unavailable => new Unavailable('too-busy', 'Too many people ask at once. Nothing was done; try again in a moment.');

const poolOf = ({ driver }: DataSource): pg.Pool => (driver as unknown as { master: pg.Pool }).master;

/** Whether whoever comes now would wait. */
export const isCrowded = (dataSource: DataSource): boolean => {
  const { totalCount, idleCount, waitingCount, options } = poolOf(dataSource);
  return totalCount - idleCount + waitingCount >= (options.max ?? 0);
};

/** Past TypeORM, for what needs no entities. */
export const sourceOf = (dataSource: DataSource): Source => {
  let client: Connection | undefined;
  return {
    connect: async () => (client = (await poolOf(dataSource).connect()) as Connection),
    release: () => client?.release(),
  };
};

const within = async (ms: number, source: Source): Promise<Connection> => {
  const connecting = source.connect();
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      // One that comes after all is for whoever is next.
      connecting.then(() => source.release(), () => undefined);
      reject(tooBusy());
    }, ms);
  });
  return Promise.race([connecting, tooLong]).finally(() => clearTimeout(timer));
};

/**
 * One of the connections, waited for no longer than `LONGEST_WAIT_MS`, by all of one request together.
 * @throws Unavailable `too-busy` when all of them are needed by others, `not-available` when there is no database.
 */
export const connectionOf = async (source: Source): Promise<Connection> => {
  const shared = patience.now;
  const started = performance.now();
  try {
    return shared ? await within(Math.max(0, shared.leftMs), source) : await source.connect();
  } catch (error) {
    if (error instanceof Error && error.message.includes('timeout exceeded')) throw tooBusy();
    throw isConnectionLost(error) ? databaseAway() : error;
  } finally {
    if (shared) shared.leftMs -= performance.now() - started;
  }
};
