import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { APP_CONFIG, type AppConfig } from '../app.config';

/** Where the session's token lives in the browser: no script reads it, and no other site makes the browser send it. */
@Injectable()
export class SessionCookie {
  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

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
    return this.config.isHttps() ? '__Host-dragoman' : 'dragoman';
  }

  private attributes() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.config.isHttps() } as const;
  }
}
