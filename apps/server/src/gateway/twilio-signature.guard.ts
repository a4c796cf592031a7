import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Forbidden } from '@dragoman/kernel';
import type { FastifyRequest } from 'fastify';
import twilio from 'twilio';
import { z } from 'zod';
import { APP_CONFIG, type AppConfig } from '../app.config';

/** A form; a field that comes twice has several values. */
const form = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/**
 * Lets in what Twilio signed with our token: the address as it was given to Twilio, and every field of the form. A signature
 * has no time in it, so one that is sent again is let in again; what it says is known by then and changes nothing.
 */
@Injectable()
export class TwilioSignature implements CanActivate {
  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const signature = request.headers['x-twilio-signature'];
    const sent = form.safeParse(request.body);
    const { twilio: account } = this.config;
    const isTrue =
      account !== undefined &&
      typeof signature === 'string' &&
      sent.success &&
      sent.data.AccountSid === account.accountSid &&
      twilio.validateRequest(account.authToken, signature, `${this.config.publicUrl()}${request.originalUrl}`, sent.data);
    if (!isTrue) throw new Forbidden('not-signed', 'This is not signed as Twilio signs what it sends to us.');
    return true;
  }
}
