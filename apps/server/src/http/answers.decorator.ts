import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { withoutFormats } from './answer-shape';

export const ANSWER_SHAPE = 'dragoman:answer-shape';

/** The shape of the answer: fields it does not name never leave the server, and the API description shows it. */
export const Answers = (schema: z.ZodType, status = 200): MethodDecorator =>
  applyDecorators(
    HttpCode(status),
    SetMetadata(ANSWER_SHAPE, schema),
    RouteConfig({ [ANSWER_SHAPE]: withoutFormats(schema) }),
    ApiResponse({ status, standardSchema: schema, description: '' }),
  );

/** Done, and nothing to say about it. */
export const AnswersNothing = (): MethodDecorator =>
  applyDecorators(HttpCode(204), ApiResponse({ status: 204, description: '' }));
