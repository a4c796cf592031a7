import cookie from '@fastify/cookie';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '@dragoman/kernel';
import { type Database, withOnePatience } from '@dragoman/platform';
import type { FastifyInstance, FastifyReply } from 'fastify';
import helmet from 'helmet';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { finished } from 'node:stream/promises';
import type { AppConfig } from '../app.config';
import { shapeAnswers } from './answer.hook';
import { problemOf } from './problem.filter';

const LARGEST_BODY = 256 * 1024;
const LARGEST_TABLE = 2 * 1024 * 1024;
const LARGEST_SOUND = 1024 * 1024;
/** A certificate as PDF, or photographed with a phone. */
const LARGEST_DOCUMENT = 10 * 1024 * 1024;
/** People answer with photographs of letters. */
const LARGEST_MAIL = 10 * 1024 * 1024;
const REQUEST_ID = /^[\w-]{8,64}$/;

/** An id that a proxy gave is kept, so that one request has one name everywhere. */
const requestId = ({ headers }: { headers: Record<string, string | string[] | undefined> }): string => {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : newId();
};

/** An address so long or so broken that it is refused before there is a route. */
const refuseUnreadable = (error: Error, _: unknown, reply: FastifyReply): void => {
  const answer = problemOf(error);
  void reply.status(answer.status).header('content-type', 'application/problem+json').send(JSON.stringify(answer));
};

export const makeAdapter = ({ trustedProxies }: AppConfig): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: LARGEST_BODY,
    trustProxy: trustedProxies?.length ? trustedProxies : false,
    genReqId: requestId,
    logger: false,
    frameworkErrors: refuseUnreadable,
    // Idle keep-alive connections would hold up a stop; requests under way are waited for.
    forceCloseConnections: 'idle',
  });

const policy = (config: AppConfig) => ({
  useDefaults: false,
  directives: {
    defaultSrc: [`'none'`],
    scriptSrc: [`'self'`],
    // Mantine sets style attributes; a style tells no secrets and runs nothing.
    styleSrc: [`'self'`, `'unsafe-inline'`],
    imgSrc: [`'self'`, 'data:'],
    fontSrc: [`'self'`],
    mediaSrc: [`'self'`],
    connectSrc: [`'self'`],
    manifestSrc: [`'self'`],
    frameSrc: [`'self'`],
    frameAncestors: [`'self'`],
    formAction: [`'self'`],
    baseUri: [`'none'`],
    objectSrc: [`'none'`],
    ...(config.isHttps() && { upgradeInsecureRequests: [] }),
  },
});

/** What every answer carries. helmet is asked once: to put the same together at each request took a twentieth of a short list's time. */
const headersOfAll = (config: AppConfig): Record<string, string> => {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const secure = helmet({
    contentSecurityPolicy: policy(config),
    frameguard: { action: 'sameorigin' },
    // Addresses of pages behind links are secrets.
    referrerPolicy: { policy: 'no-referrer' },
    hsts: config.isHttps() ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
  secure(response.req, response, (refused?: unknown) => {
    if (refused) throw refused;
  });
  return {
    ...(response.getHeaders() as Record<string, string>),
    'x-robots-tag': 'noindex, nofollow',
    'permissions-policy': 'camera=(), microphone=(self), geolocation=(), browsing-topics=()',
  };
};

/** All that is begun for one request waits for connections no longer than one may; where nobody waits there is nothing to share. */
export const sharePatience = (server: FastifyInstance, database: Database): void => {
  // The last before the handler: what came of reading the body would not know of it.
  server.addHook('preHandler', (_request, { raw }, done) => {
    if (!database.isCrowded) return done();
    void withOnePatience(async () => {
      done();
      // Also where whoever asked hung up before, or in the middle.
      await finished(raw).catch(() => undefined);
    });
  });
};

/** Headers, cookies and request ids for every answer, ours or the framework's. */
export const prepareServer = async (app: NestFastifyApplication, config: AppConfig): Promise<void> => {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const headers = headersOfAll(config);
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers).header('x-request-id', request.id);
    done();
  });
  shapeAnswers(server);
  server.addHook('onSend', (_request, reply, _payload, done) => {
    // What a clinic's shared computer keeps, the next person reads.
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done();
  });
  await app.register(cookie);
  // Tables that people import come as they are; what they say is checked line by line further in.
  app.useBodyParser('text/csv', { bodyLimit: LARGEST_TABLE }, (_, body, done) => done(null, body.toString('utf8')));
  app.useBodyParser('audio/wav', { bodyLimit: LARGEST_SOUND }, (_, body, done) => done(null, body));
  app.useBodyParser('text/x-gettext-translation', { bodyLimit: LARGEST_TABLE }, (_, body, done) => done(null, body));
  for (const type of ['application/pdf', 'image/jpeg', 'image/png'])
    app.useBodyParser(type, { bodyLimit: LARGEST_DOCUMENT }, (_, body, done) => done(null, body));
  app.useBodyParser('message/rfc822', { bodyLimit: LARGEST_MAIL }, (_, body, done) => done(null, body));
  // Mail programs ask for silence in one of two kinds of form (RFC 8058); what stands in it says no more than its address.
  app.useBodyParser('multipart/form-data', {}, (_, __, done) => done(null, {}));
};
