import { Invalid } from '@dragoman/kernel';
import type { KeyedRequest } from '@dragoman/platform';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { interpreterSessionIn, sessionIn, type SignedInRequest } from './request';

export const KEY_HEADER = 'idempotency-key';
export const REPLAYED_HEADER = 'idempotency-replayed';

/** A UUID, or anything else that can be seen. */
const KEY = /^[\x21-\x7e]{16,128}$/;

/** Answered 400: how the request is made, not what it asks for. */
export class KeyNeeded extends Invalid {
  constructor() {
    super('idempotency-key-needed', 'Send an Idempotency-Key with it: a UUID, or 16 to 128 visible ASCII characters, new for everything that is asked for.');
  }
}

type Asked = Omit<KeyedRequest, 'at'>;

const bytesOf = (body: unknown): Uint8Array | string =>
  typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body ?? null);

const digest = (...parts: (string | Uint8Array)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(`${part.length}:`).update(part), createHash('sha256')).digest();

const askedIn = (request: FastifyRequest, scope: string, key: string): Asked => ({
  scope,
  key,
  fingerprint: digest(request.method, request.url, bytesOf(request.body)),
});

const whoseKey = (request: SignedInRequest): string =>
  request.interpreter ? `interpreter:${interpreterSessionIn(request).interpreterId}` : `account:${sessionIn(request).accountId}`;

/** Of a request to the API; a key belongs to the account or the interpreter, across their sessions. @throws KeyNeeded */
export const askedOfApi = (request: SignedInRequest): Asked => {
  const key = request.headers[KEY_HEADER];
  if (typeof key !== 'string' || !KEY.test(key)) throw new KeyNeeded();
  return askedIn(request, whoseKey(request), key);
};

const linked = z.object({ token: z.string() });
const form = z.object({ [KEY_HEADER]: z.string().regex(KEY) });

/** Of a form behind a link, whose key belongs to the link; null for one that carries none, as what mail programs send. */
export const askedByForm = (request: FastifyRequest): Asked | null => {
  const link = linked.safeParse(request.params);
  const fields = form.safeParse(request.body);
  if (!link.success || !fields.success) return null;
  return askedIn(request, `link:${digest(link.data.token).toString('base64url')}`, fields.data[KEY_HEADER] ?? '');
};
