import type { Socket } from 'node:net';
import pg from 'pg';

type Query = (...asked: unknown[]) => unknown;

/** A connection of the pool. */
export class SteadyClient extends pg.Client {
  private isHoldingBack = false;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // Between the pool's handing out a connection and TypeORM's taking it nobody listens for its errors, and an error
    // without a listener ends the process: a PostgreSQL that goes away right then must not take us along.
    this.on('error', () => undefined);
    const ask = super.query.bind(this) as Query;
    // A field rather than a method: the many ways in which `query` may be called are typed once, by pg.
    this.query = ((...asked: unknown[]) => {
      this.holdBackForOthers();
      return ask(...asked);
    }) as typeof this.query;
  }

  /** All that is asked before the program waits is written to the socket at once: each write costs more than a small statement. */
  private holdBackForOthers(): void {
    if (this.isHoldingBack) return;
    const { stream } = (this as unknown as { connection: { stream: Socket } }).connection;
    this.isHoldingBack = true;
    stream.cork();
    process.nextTick(() => {
      this.isHoldingBack = false;
      stream.uncork();
    });
  }
}
