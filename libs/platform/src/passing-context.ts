import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What all that some work begins knows of, handed down to it without anybody's saying so. Once AsyncLocalStorage is used, Node 20 makes
 * every promise of the process dearer until it is disabled again, so it is whenever nobody is inside.
 */
export class PassingContext<Value> {
  private readonly storage = new AsyncLocalStorage<Value>();
  private inside = 0;

  /** Undefined outside. */
  get now(): Value | undefined {
    return this.inside === 0 ? undefined : this.storage.getStore();
  }

  async run<Result>(value: Value, work: () => Promise<Result>): Promise<Result> {
    this.inside++;
    try {
      return await this.storage.run(value, work);
    } finally {
      this.inside--;
      if (this.inside === 0) this.storage.disable();
    }
  }
}
