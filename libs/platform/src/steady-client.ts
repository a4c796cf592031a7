import type { Socket } from 'node:net';
import pg from 'pg';

type Query = (...asked: unknown[]) => unknown;

/** A connection of the pool. */
export class SteadyClient extends pg.Client {
  private isHoldingBack = false;
  private asksLeft = Infinity;
  /** The COMMIT that left with the last question. */
  private ended: Promise<unknown> | null = null;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // Between the pool's handing out a connection and TypeORM's taking it nobody listens for its errors, and an error
    // without a listener ends the process: a PostgreSQL that goes away right then must not take us along.
    this.on('error', () => undefined);
    const ask = super.query.bind(this) as Query;
    // A field rather than a method: the many ways in which `query` may be called are typed once, by pg.
    this.query = ((...asked: unknown[]) => {
      if (this.ended) throw new Error('Asked after COMMIT, which left with what was said to be the last question.');
      this.holdBackForOthers();
      const answer = ask(...asked);
      this.asksLeft--;
      if (this.asksLeft === 0) {
        this.ended = ask('commit') as Promise<unknown>;
        // Heard by whoever ends the transaction, which may be after it failed.
        this.ended.catch(() => undefined);
      }
      return answer;
    }) as typeof this.query;
  }

  /** COMMIT leaves together with the last of so many questions, counted from now. */
  endAfter(asks: number): void {
    this.asksLeft = asks;
  }

  /** Sends COMMIT unless it left before. */
  commit(): Promise<unknown> {
    const { ended } = this;
    this.forgetEnd();
    return ended ?? this.query('commit');
  }

  rollback(): Promise<unknown> {
    this.forgetEnd();
    return this.query('rollback');
  }

  private forgetEnd(): void {
    [this.asksLeft, this.ended] = [Infinity, null];
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
