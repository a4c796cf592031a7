import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { APP_CONFIG, type AppConfig } from '../app.config';

/** Where a session's token lives in the browser: no script reads it, and no other site makes the browser send it. */
class TokenCookie {
  constructor(
    private readonly config: AppConfig,
    private readonly called: string,
  ) {}

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name()];
  }

  /** @param seconds by the browser's own clock, which may be another than ours */
  write(reply: FastifyReply, token: string, seconds: number): void {
    void reply.setCookie(this.name(), token, { ...this.attributes(), maxAge: seconds });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name(), this.attributes());
  }

  /** The prefix makes browsers refuse one that a neighbouring host planted; it needs https. */
  private name(): string {
    return this.config.isHttps() ? `__Host-${this.called}` : this.called;
  }

  private attributes() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.config.isHttps() } as const;
  }
}

/** Of staff, in the console. */
@Injectable()
export class SessionCookie extends TokenCookie {
  constructor(@Inject(APP_CONFIG) config: AppConfig) {
    super(config, 'dragoman');
  }
}

/** Of an interpreter, on their phone; whoever is both is signed in as both. */
@Injectable()
export class InterpreterCookie extends TokenCookie {
  constructor(@Inject(APP_CONFIG) config: AppConfig) {
    super(config, 'dragoman-my');
  }
}
