import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Addresses that are not screens of the console: nothing there is not found, instead of an empty screen. */
const NOT_SCREENS = /^\/(api|assets|calendar|health|i|p|pages)(\/|$|\?)/;

/** What the interpreters' app consists of beside its document and the hashed files. */
const OF_THE_APP = /^\/my\/(worker\.js|app\.webmanifest|icons\/[\w-]+\.png)$/;

/** The interpreters' app stands at `/my`, its one document for every screen's address. */
const serveApp = (server: FastifyInstance): void => {
  server.get('/my', (_, reply) => reply.sendFile('my.html'));
  server.get('/my/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    return reply.sendFile(OF_THE_APP.test(path) ? path.slice(1) : 'my.html');
  });
};

/** Serves the built console and the interpreters' app: hashed files for ever, one document each for every screen's address. */
export const serveConsole = async (app: NestFastifyApplication, folder: string): Promise<void> => {
  if (!existsSync(join(folder, 'index.html'))) return;
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: true,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.startsWith(join(folder, 'assets'));
      void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      // Its own folder does not hold the address `/my` itself.
      if (path.endsWith('worker.js')) void reply.header('service-worker-allowed', '/my');
    },
    serve: false,
    preCompressed: true,
  });
  server.get('/assets/*', (request, reply) => reply.sendFile(request.url.split('?')[0] ?? ''));
  serveApp(server);
  server.get('/favicon.svg', (_, reply) => reply.sendFile('favicon.svg'));
  server.get('/*', (request, reply) =>
    NOT_SCREENS.test(request.url) ? reply.callNotFound() : reply.sendFile('index.html'),
  );
};
