import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { DomainError, type ErrorKind } from '@dragoman/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clinicianFailedPage, clinicianLinkEndedPage } from './clinician.page';
import { alertFailedPage, alertLinkEndedPage } from './alert.page';
import { choosePage, endedPage, notSavedPage } from './neutral.page';
import { agencyFailedPage, agencyLinkEndedPage } from './agency.page';
import { offerFailedPage, offerLinkEndedPage } from './offer.page';
import { languageOf } from './page.schema';
import { sendPage } from './reply';
import { ZodError } from 'zod';

const statuses: Record<ErrorKind, number> = { forbidden: 403, 'not-found': 404, conflict: 409, stale: 412, invalid: 400, unavailable: 503 };

const log = new Logger('Pages');

const statusOf = (error: unknown): number => {
  if (error instanceof DomainError) return statuses[error.kind];
  if (error instanceof ZodError) return 400;
  log.error(error);
  return 500;
};

/** Trying again changes nothing about it. */
const isRefusal = (error: unknown): error is DomainError => error instanceof DomainError && error.kind !== 'unavailable';

const isSending = (request: FastifyRequest): boolean => request.method !== 'GET' && request.method !== 'HEAD';

/** A patient gets a page they can read, whatever happened. */
@Catch()
export class AppointmentErrors implements ExceptionFilter {
  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const language = languageOf(request.body) ?? languageOf(request.query);
    const status = statusOf(error);
    if (isRefusal(error) && error.kind !== 'invalid') return sendPage(reply, status, endedPage(language));
    // Asked for again in any language, the page may well be there.
    return sendPage(reply, status, isSending(request) ? notSavedPage(language) : choosePage());
  }
}

@Catch()
export class OfferErrors implements ExceptionFilter {
  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const status = statusOf(error);
    await sendPage(reply, status, isRefusal(error) ? offerLinkEndedPage() : offerFailedPage());
  }
}

@Catch()
export class ClinicianErrors implements ExceptionFilter {
  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const status = statusOf(error);
    await sendPage(reply, status, error instanceof DomainError ? clinicianLinkEndedPage() : clinicianFailedPage());
  }
}

/** An organisation's own people, who read English at work. */
@Catch()
export class AlertErrors implements ExceptionFilter {
  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const status = statusOf(error);
    await sendPage(reply, status, error instanceof DomainError ? alertLinkEndedPage() : alertFailedPage());
  }
}

@Catch()
export class AgencyErrors implements ExceptionFilter {
  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const status = statusOf(error);
    await sendPage(reply, status, error instanceof DomainError ? agencyLinkEndedPage() : agencyFailedPage());
  }
}
