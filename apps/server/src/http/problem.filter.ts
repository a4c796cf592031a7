import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import { TooManyAttempts } from '@dragoman/access';
import type { Problem } from '@dragoman/contracts';
import { DomainError, type ErrorKind, Unavailable } from '@dragoman/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { KeyNeeded } from './idempotency-key';
import { InvalidInput } from './validation';
import { LOG } from './log';

const statusOfKind: Record<ErrorKind, number> = { forbidden: 403, 'not-found': 404, conflict: 409, stale: 412, invalid: 422, unavailable: 503 };

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Changed meanwhile',
  413: 'Too large',
  414: 'Too long',
  415: 'Unsupported media type',
  422: 'Invalid input',
  428: 'Which one was seen is missing',
  429: 'Too many requests',
  500: 'Server error',
  503: 'Not available',
};

const statusOfRefusal = (error: DomainError): number => {
  if (error instanceof TooManyAttempts) return 429;
  return error instanceof KeyNeeded ? 400 : statusOfKind[error.kind];
};

/** For refusals of the framework, whose own words quote the request. */
const plainly: Record<number, { code: string; detail: string }> = {
  400: { code: 'unreadable-request', detail: 'The request could not be read.' },
  401: { code: 'not-signed-in', detail: 'You are signed out. Sign in to go on.' },
  403: { code: 'not-allowed', detail: 'This may not be done.' },
  404: { code: 'no-such-route', detail: 'There is nothing at this address.' },
  413: { code: 'too-large', detail: 'The request is larger than anything expected here.' },
  414: { code: 'no-such-route', detail: 'There is nothing at this address.' },
  415: { code: 'unsupported-media-type', detail: 'The body is of a kind that is not expected here.' },
  428: { code: 'if-match-missing', detail: 'Say which revision you have seen, in the header If-Match. Nothing was changed.' },
  429: { code: 'too-many-requests', detail: 'Too many requests. Wait a little and try again.' },
  503: { code: 'not-available', detail: 'This is not available just now. Try again in a moment.' },
};

/** Longer than the longest wait for a connection: whoever comes back finds the crowd gone, or does well to wait again. */
const RETRY_AFTER_SECONDS = 5;

const broken = { code: 'server-error', detail: 'Something went wrong on the server. Nothing was saved; try again.' };

const problem = (status: number, said: Pick<Problem, 'code' | 'detail' | 'errors'>): Problem => ({
  type: `urn:dragoman:problem:${said.code}`,
  title: titles[status] ?? 'Refused',
  status,
  ...said,
});

/** Nest's own refusals and Fastify's carry a status; anything else is a defect. */
const statusOf = (error: unknown): number => {
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 600 ? status : 500;
};

/** Of a file that was refused: every bad line, for whoever has to mend it. */
const isLines = (value: unknown): value is readonly { line: number; sentence: string }[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one?.line === 'number' && typeof one.sentence === 'string');

const fieldErrors = (error: DomainError): Problem['errors'] => {
  if (error instanceof InvalidInput) return [...error.errors];
  const { path, lines } = error.details;
  if (isLines(lines)) return lines.map(({ line, sentence }) => ({ path: `line ${line}`, message: sentence }));
  return typeof path === 'string' ? [{ path, message: error.message }] : undefined;
};

/** RFC 9457 problem details for anything thrown; what is inside the server stays there. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof DomainError) {
    const status = statusOfRefusal(error);
    const errors = fieldErrors(error);
    return problem(status, { code: error.code, detail: error.message, ...(errors && { errors }) });
  }
  const status = statusOf(error);
  return problem(status, plainly[status] ?? (status < 500 ? { code: 'refused', detail: 'This was refused.' } : broken));
};

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const answer = problemOf(error);
    // Too many at once is no defect; what it looks like from inside is in the log of whoever refused.
    if (answer.status >= 500 && !(error instanceof Unavailable))
      this.log.error({ err: error, route: request.routeOptions?.url, requestId: request.id }, 'a request failed');
    if (reply.sent) return;
    if (error instanceof TooManyAttempts) void reply.header('retry-after', String(error.retryAfterSeconds));
    if (answer.status === 503) void reply.header('retry-after', String(RETRY_AFTER_SECONDS));
    void reply.status(answer.status).header('content-type', 'application/problem+json').send(JSON.stringify(answer));
  }
}
