import { Unavailable } from '@dragoman/kernel';
import pg from 'pg';
import { QueryFailedError, type QueryRunner } from 'typeorm';

/** How long anybody waits for one of the connections: less than the five seconds within which everybody is to have an answer. */
export const LONGEST_WAIT_MS = 4_000;

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

/**
 * One of the connections, waited for no longer than `LONGEST_WAIT_MS`.
 * @throws Unavailable `too-busy` when all of them are needed by others, `not-available` when there is no database.
 */
export const connectionOf = async (runner: QueryRunner): Promise<pg.PoolClient> => {
  try {
    return (await runner.connect()) as pg.PoolClient;
  } catch (error) {
    if (error instanceof Error && error.message.includes('timeout exceeded'))
      throw new Unavailable('too-busy', 'Too many people ask at once. Nothing was done; try again in a moment.');
    throw isConnectionLost(error) ? databaseAway() : error;
  }
};
