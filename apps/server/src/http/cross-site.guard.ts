import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Forbidden } from '@dragoman/kernel';
import type { FastifyRequest } from 'fastify';
import { APP_CONFIG, type AppConfig } from '../app.config';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

const first = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

/**
 * Changes through the staff API come from our own pages. A form on another site cannot set the header, a script
 * there cannot without being asked for by CORS, which we do not answer.
 */
@Injectable()
export class CrossSiteGuard implements CanActivate {
  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (READING.has(request.method) || !request.url.startsWith('/api/')) return true;
    if (first(request.headers['x-dragoman']) !== '1')
      throw new Forbidden('missing-header', 'A request that changes something carries the header x-dragoman: 1.');
    const site = first(request.headers['sec-fetch-site']);
    if (site !== undefined && site !== 'same-origin') throw this.fromElsewhere();
    const origin = first(request.headers.origin);
    if (origin !== undefined && !this.isOurs(origin, request)) throw this.fromElsewhere();
    return true;
  }

  private isOurs(origin: string, request: FastifyRequest): boolean {
    if (!URL.canParse(origin)) return false;
    return new URL(origin).host === request.host || origin === new URL(this.config.publicUrl()).origin;
  }

  private fromElsewhere(): Forbidden {
    return new Forbidden('cross-site', 'This request comes from another site and was not carried out.');
  }
}
