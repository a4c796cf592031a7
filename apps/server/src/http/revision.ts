import { createParamDecorator, type ExecutionContext, HttpException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const hasRevision = (answer: unknown): answer is { revision: number } =>
  typeof answer === 'object' && answer !== null && 'revision' in answer && typeof answer.revision === 'number';

/** What has a revision carries it as its entity tag (RFC 9110): whoever edits says by it which one they saw. */
export const revisionTag = (answer: unknown): string | null => (hasRevision(answer) ? `"${answer.revision}"` : null);

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
