import { Inject, Injectable, Logger } from '@nestjs/common';
import { Logger as QueueLogger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import { EventEmitter } from 'node:events';
import pg from 'pg';
import { Jobs } from './jobs';
import { PLATFORM_OPTIONS, type PlatformOptions } from './platform.options';
import { Sweeps } from './sweeps';

const HEARTBEAT_MS = 5_000;
const DEAD_AFTER_SECONDS = 40;
const RESTART_MS = 1_000;

/**
 * Runs jobs and sweeps. Every worker holds a session lock for as long as it lives, so that the others
 * see its death at once (or after 40 s, should the network hide it) and take over what it held.
 */
@Injectable()
export class Worker {
  private readonly log = new Logger('Worker');
  private runner: Runner | undefined;
  private life: pg.Client | undefined;
  private heartbeat: NodeJS.Timeout | undefined;
  private beating: Promise<void> = Promise.resolve();
  private stopping = false;
  private poolIds: string[] = [];
  private readonly locked = new Set<string>();

  constructor(
    @Inject(PLATFORM_OPTIONS) private readonly options: PlatformOptions,
    private readonly jobs: Jobs,
    private readonly sweeps: Sweeps,
  ) {}

  async start(): Promise<void> {
    await this.startRunner();
    this.heartbeat = setInterval(() => {
      this.beating = this.beat();
    }, HEARTBEAT_MS);
    this.sweeps.start();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.heartbeat);
    await this.sweeps.stop();
    await this.beating;
    await this.runner?.stop().catch((error: unknown) => this.log.warn('the job runner did not stop in order', error));
    await this.life?.end().catch(() => undefined);
  }

  private async startRunner(): Promise<void> {
    const events: WorkerEvents = new EventEmitter();
    const poolIds: string[] = [];
    events.on('pool:create', ({ workerPool }) => poolIds.push(workerPool.id));
    const runner = await run({
      connectionString: this.options.jobsUrl,
      concurrency: 4,
      maxPoolSize: 6,
      noHandleSignals: true,
      pollInterval: 1_000,
      taskList: this.taskList(),
      events,
      logger: new QueueLogger(() => (level, message, meta) => {
        // The queue's own line about a failed job quotes the error, and what failed is logged below without its values.
        if ((level === 'error' || level === 'warning') && meta?.failure !== true) this.log.warn(message);
      }),
      // Batched completion keeps a lock over a restart of PostgreSQL.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
    this.runner = runner;
    this.poolIds = poolIds;
    await this.beat();
    runner.promise.then(
      () => this.restart(new Error('it stopped by itself')),
      (error: unknown) => this.restart(error),
    );
  }

  /** A restart of PostgreSQL ends the runner; the work must go on without anybody noticing. */
  private restart(why: unknown): void {
    if (this.stopping) return;
    this.log.warn('the job runner ended; starting it again', why);
    const dead = this.poolIds;
    setTimeout(() => {
      if (this.stopping) return;
      this.startRunner()
        .then(() => this.unlock(dead))
        .catch((error: unknown) => this.restart(error));
    }, RESTART_MS);
  }

  private taskList(): TaskList {
    return Object.fromEntries(
      [...this.jobs.all()].map(([name, handler]) => [
        name,
        async (payload: unknown) => {
          try {
            await handler(payload);
          } catch (error) {
            this.log.warn(`job ${name} failed and will be tried again`, error);
            throw error;
          }
        },
      ]),
    );
  }

  private async beat(): Promise<void> {
    try {
      const life = await this.livingConnection();
      await life.query(
        `insert into jobs.workers (id, seen_at) select id, now() from unnest($1::text[]) id
         on conflict (id) do update set seen_at = now()`,
        [this.poolIds],
      );
      const dead = await life.query<{ id: string }>('select id from jobs.dead_workers($1, $2)', [
        this.poolIds,
        DEAD_AFTER_SECONDS,
      ]);
      if (dead.rows.length > 0) await this.unlock(dead.rows.map(({ id }) => id));
    } catch (error) {
      this.log.warn('a heartbeat failed', error);
    }
  }

  private async unlock(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const life = await this.livingConnection();
    await life.query('select graphile_worker.force_unlock_workers($1::text[])', [ids]);
    await life.query('delete from jobs.workers where id = any($1::text[])', [ids]);
    this.log.log(`took over from ${ids.length} worker(s) that died`);
  }

  /** Holds the session locks that say "this worker lives". */
  private async livingConnection(): Promise<pg.Client> {
    if (!this.life) {
      const client = new pg.Client({ connectionString: this.options.jobsUrl, application_name: 'dragoman worker' });
      client.on('error', () => {
        this.life = undefined;
        this.locked.clear();
      });
      await client.connect();
      this.life = client;
    }
    for (const id of this.poolIds.filter((pool) => !this.locked.has(pool))) {
      await this.life.query('select pg_advisory_lock(hashtextextended($1, 7))', [id]);
      this.locked.add(id);
    }
    return this.life;
  }
}
