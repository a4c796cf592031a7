import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Clock } from '@dragoman/kernel';
import { type KeptAnswer, type KeyedRequest, KeyedRequests } from '@dragoman/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { callbackify } from 'node:util';
import { from, lastValueFrom, type Observable, of } from 'rxjs';
import { askedByForm, askedOfApi, REPLAYED_HEADER } from './idempotency-key';
import { KEYLESS } from './keyless.decorator';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const keyed = new WeakMap<FastifyRequest, KeyedRequest>();

const isOfApi = (request: FastifyRequest): boolean => request.url.startsWith('/api/');

/** What was answered before is answered again; everything else runs as steps that are taken once. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly requests: KeyedRequests,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> | Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const asked = this.keyOf(context, request);
    return asked === null ? next.handle() : this.once(asked, request, context, next);
  }

  private async once(asked: KeyedRequest, request: FastifyRequest, context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const answer = await this.requests.answerTo(asked);
    if (answer !== null) return this.replay(request, context.switchToHttp().getResponse<FastifyReply>(), answer);
    keyed.set(request, asked);
    return from(this.requests.run(asked, () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }

  private keyOf(context: ExecutionContext, request: FastifyRequest): KeyedRequest | null {
    if (READING.has(request.method) || this.reflector.get(KEYLESS, context.getHandler()) !== undefined) return null;
    const asked = isOfApi(request) ? askedOfApi(request) : askedByForm(request);
    return asked && { ...asked, at: this.clock.now() };
  }

  /** Pages are sent by their handler, which is not asked; the answers of the API are sent by the framework, with the handler's status. */
  private async replay(request: FastifyRequest, reply: FastifyReply, { status, headers, body }: KeptAnswer): Promise<Observable<unknown>> {
    void reply.headers(headers).header(REPLAYED_HEADER, 'true');
    if (isOfApi(request)) return of(body === '' ? undefined : body);
    await reply.status(status).send(body);
    return of(undefined);
  }
}

/** A name for each request, secrets of a browser, and what the connection says about itself. */
const NOT_KEPT = new Set(['x-request-id', 'set-cookie', 'content-length', 'date', 'connection', 'transfer-encoding']);

const headersOf = (reply: FastifyReply): Record<string, string> =>
  Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) => (NOT_KEPT.has(name) || value === undefined ? [] : [[name, String(value)]])),
  );

const isText = (payload: unknown): payload is string | Uint8Array => typeof payload === 'string' || payload instanceof Uint8Array;

/** What goes out is kept as it goes out. A refusal changed nothing, so that asking again asks anew. */
export const keepAnswers = (server: FastifyInstance, requests: KeyedRequests): void => {
  const standing = callbackify(async (asked: KeyedRequest, answer: KeptAnswer, payload: unknown) => {
    const { body } = await requests.keep(asked, answer);
    return payload === undefined || payload === null ? payload : body;
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    const asked = keyed.get(request);
    const body = payload ?? '';
    if (!asked || reply.statusCode >= 400 || !isText(body)) return done(null, payload);
    standing(asked, { status: reply.statusCode, headers: headersOf(reply), body }, payload, done);
  });
};
