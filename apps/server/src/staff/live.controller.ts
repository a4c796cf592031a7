import { type BeforeApplicationShutdown, Controller, Get, Req, Res } from '@nestjs/common';
import { Sessions } from '@dragoman/access';
import { type LiveHint, LiveHints } from '@dragoman/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { filter, finalize, map, merge, type Observable, share, Subject, switchMap, takeUntil, timer } from 'rxjs';
import { SignedIn } from '../http/access.decorators';
import { SessionCookie } from '../http/session-cookie';
import { sessionIn } from '../http/request';

const HEARTBEAT_MS = 20_000;
/** A browser that stopped reading is cut off; it reconnects and refetches. */
const MOST_UNREAD_BYTES = 64 * 1024;

const HEARTBEAT = ':\n\n';

/** Ids only; the screen asks for the data under its own permissions. */
const eventOf = ({ topic, id }: LiveHint): string => `data: ${JSON.stringify({ topic, id })}\n\n`;

/** Server-sent events: what changed in this organisation, for as long as the session lasts. */
@Controller('api/live')
export class LiveController implements BeforeApplicationShutdown {
  private readonly closing = new Subject<void>();

  constructor(
    private readonly hints: LiveHints,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  /** Open streams would keep the server from closing. */
  beforeApplicationShutdown(): void {
    this.closing.next();
    this.closing.complete();
  }

  @Get()
  @SignedIn()
  async stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const hints = await this.hints.stream(sessionIn(request).organisationId);
    const token = this.cookie.read(request) ?? '';
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...reply.getHeaders(),
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      // nginx gathers answers unless it is told not to.
      'x-accel-buffering': 'no',
    } as Record<string, string>);
    const gone = new Subject<void>();
    raw.on('close', () => gone.next());
    this.lines(hints, token)
      .pipe(
        takeUntil(merge(this.closing, gone)),
        finalize(() => raw.end()),
      )
      .subscribe({
        next: (line) => {
          raw.write(line);
          if (raw.writableLength > MOST_UNREAD_BYTES) raw.destroy();
        },
        error: () => raw.destroy(),
      });
  }

  /** Ends with the session, which is looked at on every beat and when somebody of the organisation signs out. */
  private lines(hints: Observable<LiveHint>, token: string): Observable<string> {
    const isSignOut = ({ topic }: LiveHint): boolean => topic === 'session';
    const sessions = merge(timer(0, HEARTBEAT_MS), hints.pipe(filter(isSignOut))).pipe(
      switchMap(() => this.sessions.sessionOf(token)),
      share(),
    );
    const events = hints.pipe(filter((hint) => !isSignOut(hint)), map(eventOf));
    const beats = sessions.pipe(map(() => HEARTBEAT));
    return merge(beats, events).pipe(takeUntil(sessions.pipe(filter((session) => session === null))));
  }
}
