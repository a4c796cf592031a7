import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from './tx';
import { Jobs } from './jobs';

/** A past-tense fact: callable to make one, readable as a schema. */
export interface EventType<Payload extends z.ZodObject> {
  readonly type: string;
  readonly payload: Payload;
  (payload: z.infer<Payload>): DomainEvent;
}

export interface DomainEvent {
  readonly type: string;
  readonly payload: unknown;
}

export const defineEvent = <Payload extends z.ZodObject>(type: string, payload: Payload): EventType<Payload> =>
  Object.assign((value: z.infer<Payload>): DomainEvent => ({ type, payload: value }), { type, payload });

/**
 * Upward communication between libs. Publishing writes one job per subscriber in the same transaction;
 * each subscriber runs at least once, retries alone, and must be idempotent.
 */
@Injectable()
export class Events {
  private readonly subscribers = new Map<string, string[]>();

  constructor(private readonly jobs: Jobs) {}

  /** @param name imperative, unique: it is the job's name and stays valid across releases. */
  subscribe<Payload extends z.ZodObject>(
    event: EventType<Payload>,
    name: string,
    handler: (payload: z.infer<Payload>) => Promise<void>,
  ): void {
    this.jobs.handle(name, event.payload, handler);
    this.subscribers.set(event.type, [...(this.subscribers.get(event.type) ?? []), name]);
  }

  publish(tx: Tx, ...events: DomainEvent[]): void {
    for (const event of events)
      for (const name of this.subscribers.get(event.type) ?? []) this.jobs.add(tx, name, event.payload);
  }
}
