import { Injectable } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import type { z } from 'zod';
import type { Tx } from './tx';

export interface JobOptions {
  /** A waiting job with the same key is replaced. */
  key?: string;
  /** By the application's clock. */
  runAt?: Date;
}

export type JobHandler = (payload: unknown) => Promise<void>;

/** Registers handlers and writes jobs into the transaction that needs them. The worker runs them. */
@Injectable()
export class Jobs {
  private readonly handlers = new Map<string, JobHandler>();

  constructor(private readonly clock: Clock) {}

  /** @param handler runs at least once; what it does must bear repeating. */
  handle<Schema extends z.ZodType>(
    name: string,
    schema: Schema,
    handler: (payload: z.infer<Schema>) => Promise<void>,
  ): void {
    if (this.handlers.has(name)) throw new Error(`two handlers for job "${name}"`);
    this.handlers.set(name, (payload) => handler(schema.parse(payload)));
  }

  add(tx: Tx, name: string, payload: unknown, options: JobOptions = {}): void {
    // The queue runs on the database's clock, so what travels is the delay.
    const delayMs = options.runAt ? Math.max(0, options.runAt.getTime() - this.clock.now().getTime()) : 0;
    tx.pendingJobs.push({ task: name, payload, delayMs, ...(options.key === undefined ? {} : { key: options.key }) });
  }

  all(): ReadonlyMap<string, JobHandler> {
    return this.handlers;
  }
}
