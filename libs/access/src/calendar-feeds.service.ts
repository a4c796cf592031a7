import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock } from '@dragoman/kernel';
import { Database, type InterpreterActor } from '@dragoman/platform';
import { newToken, tokenHash } from './token';

const installation = { kind: 'installation', by: 'calendar-feeds' } as const;

export interface CalendarFeed {
  since: Date;
  /** To the hour; null until a calendar program has asked for it. */
  lastReadAt: Date | null;
}

/** The secret address at which a calendar program reads an interpreter's jobs: one each, known by a hash. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  of(actor: InterpreterActor): Promise<CalendarFeed | null> {
    return this.database.read(actor, async (tx) => {
      const [feed = null] = await tx.query<CalendarFeed[]>(
        'select created_at as since, last_read_at as "lastReadAt" from access.calendar_feeds where interpreter_id = $1',
        [actor.interpreterId],
      );
      return feed;
    });
  }

  /** @returns the token, which is kept nowhere; the address of before stops. */
  async make(actor: InterpreterActor): Promise<{ token: string; since: Date }> {
    const token = newToken(128);
    const since = this.clock.now();
    await this.database.transaction(actor, async (tx) => {
      await tx.query(
        `insert into access.calendar_feeds (interpreter_id, token_hash, created_at) values ($1, $2, $3)
         on conflict (interpreter_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at, last_read_at = null`,
        [actor.interpreterId, tokenHash(token), since],
      );
      await this.audit.record(tx, { action: 'calendar-feed.made', subject: { kind: 'interpreter', id: actor.interpreterId } });
    });
    return { token, since };
  }

  /** Twice is once. */
  remove(actor: InterpreterActor): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const [, gone] = await tx.query<[unknown, number]>('delete from access.calendar_feeds where interpreter_id = $1', [actor.interpreterId]);
      if (gone > 0) await this.audit.record(tx, { action: 'calendar-feed.removed', subject: { kind: 'interpreter', id: actor.interpreterId } });
    });
  }

  /** @returns whose it is; null for an address that was never given out, or stopped, or belongs to somebody who does not work any more. */
  async reader(token: string): Promise<InterpreterActor | null> {
    const now = this.clock.now();
    const [feed] = await this.database.readOnce<{ interpreterId: string; isNoted: boolean }>(installation, {
      name: 'calendar-feed',
      text: `select f.interpreter_id as "interpreterId", coalesce(f.last_read_at > $2::timestamptz - interval '1 hour', false) as "isNoted"
               from access.calendar_feeds f join interpreters.interpreters i on i.id = f.interpreter_id
              where f.token_hash = $1 and i.active and i.agency_id is null`,
      values: [tokenHash(token), now],
    });
    if (!feed) return null;
    if (!feed.isNoted) await this.note(feed.interpreterId, now);
    return { kind: 'interpreter', interpreterId: feed.interpreterId };
  }

  /** Programs ask every few minutes: once an hour is enough to show that it works. */
  private async note(interpreterId: string, now: Date): Promise<void> {
    await this.database.writeSoon(installation, {
      name: 'note-calendar-read',
      text: 'update access.calendar_feeds set last_read_at = $2 where interpreter_id = $1',
      values: [interpreterId, now],
    });
  }
}
