import type pg from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { Actor } from './actor';

declare const readable: unique symbol;
declare const open: unique symbol;

/** A live hint: something changed, refetch. Carries ids, never data. */
export interface LiveHint {
  organisationId: string;
  topic: string;
  id: string;
}

export interface PendingJob {
  task: string;
  payload: unknown;
  key?: string;
  delayMs?: number;
}

/** Proof that a transaction is open for reading; only Database makes one. */
export type ReadTx = EntityManager & {
  readonly [readable]: true;
  readonly actor: Actor;
  /** For `hotRows` and its like: what they ask is on the wire in the order in which they are called. */
  readonly client: pg.PoolClient;
  /** What `askedOnce` asked. */
  readonly answers: Map<string, Promise<unknown>>;
};

/** Proof that a transaction is open for writing; only Database.transaction makes one. */
export type Tx = ReadTx & {
  readonly [open]: true;
  /** What `send` sent. */
  readonly unanswered: Promise<unknown>[];
  /** Written in one call just before COMMIT: the job row is the outbox. */
  readonly pendingJobs: PendingJob[];
  /** Sent after COMMIT; may be lost, and screens refetch on reconnect. */
  readonly hints: LiveHint[];
};

/** For whoever begins one. */
export const readTxOf = (runner: QueryRunner, client: pg.PoolClient, actor: Actor): ReadTx =>
  Object.assign(runner.manager, {
    actor,
    client,
    answers: new Map(),
    // What is only read needs nothing of what TypeORM does around a statement that is given as text.
    query: async (text: string, values?: unknown[]) => (await client.query(text, values)).rows,
  }) as unknown as ReadTx;

/** For whoever begins one. */
export const txOf = (runner: QueryRunner, client: pg.PoolClient, actor: Actor): Tx =>
  Object.assign(runner.manager, { actor, client, answers: new Map(), unanswered: [], pendingJobs: [], hints: [] }) as unknown as Tx;
