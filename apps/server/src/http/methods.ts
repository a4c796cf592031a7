import { applyDecorators, Delete as NestDelete, Post as NestPost, Put as NestPut, UseInterceptors } from '@nestjs/common';
import { IdempotencyInterceptor } from './idempotency.interceptor';

type Method = (path?: string | string[]) => MethodDecorator;

/** What changes something takes effect once, however often it is sent. Reading passes no interceptor at all. */
const once =
  (method: Method): Method =>
  (path) =>
    applyDecorators(method(path), UseInterceptors(IdempotencyInterceptor));

export const Post = once(NestPost);
export const Put = once(NestPut);
export const Delete = once(NestDelete);
