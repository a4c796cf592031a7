import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { z } from 'zod';
import { ANSWER_SHAPE } from './answers.decorator';
import { revisionTag } from './revision';

/** @throws Error, which is a defect of ours, where the answer is not of its shape; it quotes no value. */
const shaped = (shape: z.ZodType, answer: unknown): unknown => {
  const { data, error } = shape.safeParse(answer);
  if (!error) return data;
  throw new Error(`The answer is not of its shape: ${error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ')}`);
};

/**
 * Of every answer what its shape names, and its revision as its entity tag. One interceptor without a promise, rather than the
 * framework's serializer and another for the tag: what stands between a handler and its answer was a tenth of a short list's time.
 */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const shape = this.reflector.get<z.ZodType | undefined>(ANSWER_SHAPE, context.getHandler());
    return next.handle().pipe(
      map((answer: unknown) => {
        const tag = revisionTag(answer);
        if (tag !== null) void context.switchToHttp().getResponse<FastifyReply>().header('etag', tag);
        return shape && typeof answer === 'object' && answer !== null ? shaped(shape, answer) : answer;
      }),
    );
  }
}
