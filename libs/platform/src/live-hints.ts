import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Subject, filter, type Observable } from 'rxjs';
import { z } from 'zod';
import { LIVE_CHANNEL } from './ending';
import { PLATFORM_OPTIONS, type PlatformOptions } from './platform.options';
import type { LiveHint, Tx } from './tx';

const hintSchema = z.object({ organisationId: z.string(), topic: z.string(), id: z.string() });
const RECONNECT_MS = 1_000;

/** Tells screens that something changed. Hints may be lost; after a gap every screen is told to refetch. */
@Injectable()
export class LiveHints implements OnApplicationShutdown {
  private readonly log = new Logger('LiveHints');
  private readonly hints = new Subject<LiveHint>();
  private client: pg.Client | undefined;
  private starting: Promise<void> | undefined;
  private stopped = false;

  constructor(@Inject(PLATFORM_OPTIONS) private readonly options: PlatformOptions) {}

  publish(tx: Tx, hint: LiveHint): void {
    tx.hints.push(hint);
  }

  /** Only this organisation's hints; `organisationId: '*'` after a lost connection. */
  async stream(organisationId: string): Promise<Observable<LiveHint>> {
    await (this.starting ??= this.listen().catch((error: unknown) => this.forgetStart(error)));
    return this.hints.pipe(filter((hint) => hint.organisationId === organisationId || hint.organisationId === '*'));
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.hints.complete();
    await this.client?.end().catch(() => undefined);
  }

  /** A first attempt that failed must not be every later screen's answer. */
  private forgetStart(error: unknown): never {
    this.starting = undefined;
    throw error;
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.options.directUrl, application_name: 'dragoman live' });
    client.on('notification', ({ payload }) => this.receive(payload ?? ''));
    client.on('error', (error) => this.reconnect(error));
    client.on('end', () => this.reconnect(new Error('connection ended')));
    await client.connect();
    await client.query(`listen ${LIVE_CHANNEL}`);
    this.client = client;
  }

  private receive(payload: string): void {
    const hint = hintSchema.safeParse(JSON.parse(payload));
    if (hint.success) this.hints.next(hint.data);
  }

  private reconnect(why: Error): void {
    if (this.stopped || this.client === undefined) return;
    this.client = undefined;
    this.log.warn(`live hints lost their connection (${why.message}); reconnecting`);
    const again = (): void => {
      if (this.stopped) return;
      this.listen().then(
        () => this.hints.next({ organisationId: '*', topic: 'reconnected', id: '' }),
        () => setTimeout(again, RECONNECT_MS),
      );
    };
    setTimeout(again, RECONNECT_MS);
  }
}
