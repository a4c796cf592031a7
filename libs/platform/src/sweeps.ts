import { Injectable, Logger } from '@nestjs/common';

interface Sweep {
  name: string;
  everyMs: number;
  run: () => Promise<void>;
}

/**
 * Work that is found by looking, not by being told: due reminders, expired offers, unsent messages.
 * Rows are claimed with SKIP LOCKED, so that any number of workers may sweep at once.
 */
@Injectable()
export class Sweeps {
  private readonly log = new Logger('Sweeps');
  private readonly sweeps: Sweep[] = [];
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly running = new Map<string, Promise<void>>();
  private stopped = false;

  every(name: string, everyMs: number, run: () => Promise<void>): void {
    this.sweeps.push({ name, everyMs, run });
  }

  start(): void {
    for (const sweep of this.sweeps) this.schedule(sweep, 0);
  }

  /** Waits for what is under way; nothing starts afterwards. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    await Promise.allSettled(this.running.values());
  }

  private schedule(sweep: Sweep, delay: number): void {
    if (this.stopped) return;
    this.timers.set(
      sweep.name,
      setTimeout(() => {
        this.running.set(
          sweep.name,
          sweep
            .run()
            .catch((error: unknown) => this.log.warn(`sweep ${sweep.name} failed`, error))
            .finally(() => this.schedule(sweep, sweep.everyMs)),
        );
      }, delay),
    );
  }
}
