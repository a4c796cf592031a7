import { type CallHandler, createParamDecorator, type ExecutionContext, HttpException, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

const hasRevision = (answer: unknown): answer is { revision: number } =>
  typeof answer === 'object' && answer !== null && 'revision' in answer && typeof answer.revision === 'number';

/** What has a revision carries it as its entity tag (RFC 9110): whoever edits says by it which one they saw. */
@Injectable()
export class RevisionTag implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((answer: unknown) => {
        if (hasRevision(answer)) void context.switchToHttp().getResponse<FastifyReply>().header('etag', `"${answer.revision}"`);
        return answer;
      }),
    );
  }
}

const PRECONDITION_REQUIRED = 428;

/** `"5"` is revision 5; `*` is whatever it is now. @throws 428 without the header, 400 where it is no tag of ours. */
export const seenRevision = (header: string | undefined): number | 'whatever-it-is' => {
  if (header === undefined) throw new HttpException('If-Match is missing', PRECONDITION_REQUIRED);
  if (header.trim() === '*') return 'whatever-it-is';
  const [, digits] = /^\s*"(\d{1,9})"\s*$/.exec(header) ?? [];
  if (digits === undefined) throw new HttpException('If-Match cannot be read', 400);
  return Number(digits);
};

/** The revision that the caller has seen, from `If-Match`. */
export const SeenRevision = createParamDecorator((_: unknown, context: ExecutionContext): number | 'whatever-it-is' =>
  seenRevision(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);
