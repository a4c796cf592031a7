import type { LoggerService } from '@nestjs/common';
import { DomainError } from '@dragoman/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import pg from 'pg';
import { type Logger, pino, stdTimeFunctions } from 'pino';
import { QueryFailedError } from 'typeorm';
import type { SignedInRequest } from './request';

export const LOG = Symbol('Log');

interface DriverError {
  code?: string;
  constraint?: string;
}

/** Only the frames: the lines above them repeat the message, of which one may have more than one. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

const driverErrorOf = (error: Error): DriverError | undefined => {
  if (error instanceof QueryFailedError) return error.driverError as DriverError;
  return error instanceof pg.DatabaseError ? error : undefined;
};

/**
 * What may be said about an error. A refusal of the database quotes values, and a refusal of ours may name a person,
 * so only code and constraint are kept of them.
 */
export const describeError = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { kind: typeof error };
  const said = { name: error.name, at: framesOf(error) };
  if (error instanceof DomainError) return { ...said, code: error.code };
  const refusal = driverErrorOf(error);
  return refusal
    ? { ...said, code: refusal.code, constraint: refusal.constraint }
    : { ...said, message: error.message };
};

/** The route's pattern, never the address: tokens of links and what people searched for are in it. */
export const describeRequest = (request: FastifyRequest): Record<string, unknown> => ({
  method: request.method,
  route: request.routeOptions?.url ?? 'none',
});

/** By allow-list: a field that is not named here is not written. */
const describeReply = ({ statusCode }: FastifyReply): Record<string, unknown> => ({ statusCode });

export const makeLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    serializers: { err: describeError, req: describeRequest, res: describeReply },
  });

/** One line per request, when it is over. */
export const logRequests = (server: FastifyInstance, log: Logger): void => {
  server.addHook('onResponse', (request: SignedInRequest, reply, done) => {
    if (!log.isLevelEnabled('info')) return done();
    log.info(
      {
        ...describeRequest(request),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        requestId: request.id,
        accountId: request.signedIn?.accountId,
        organisationId: request.signedIn?.organisationId,
      },
      'request',
    );
    done();
  });
};

/** What Nest and the libs say goes the same way. */
export class ServerLog implements LoggerService {
  constructor(private readonly to: Logger) {}

  log(message: unknown, ...context: unknown[]): void {
    this.write('info', message, context);
  }

  error(message: unknown, ...context: unknown[]): void {
    this.write('error', message, context);
  }

  warn(message: unknown, ...context: unknown[]): void {
    this.write('warn', message, context);
  }

  debug(message: unknown, ...context: unknown[]): void {
    this.write('debug', message, context);
  }

  verbose(message: unknown, ...context: unknown[]): void {
    this.write('trace', message, context);
  }

  fatal(message: unknown, ...context: unknown[]): void {
    this.write('fatal', message, context);
  }

  private write(level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal', message: unknown, context: unknown[]): void {
    const from = context.at(-1);
    const about = typeof from === 'string' ? { from } : {};
    const err = [message, ...context].find((said) => said instanceof Error);
    const text = typeof message === 'string' ? message : undefined;
    this.to[level]({ ...about, ...(err && { err }) }, text ?? (err ? 'an error' : 'a message that is no text'));
  }
}
