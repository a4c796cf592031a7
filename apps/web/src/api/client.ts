import { beginSending } from './keys';
import { ProblemError, problemOf, unreachable } from './problem';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** JSON, or a file as it is. */
type Body =
  | { type: 'application/json' | 'text/csv'; text: string }
  | { type: 'audio/wav' | 'text/x-gettext-translation' | 'application/pdf' | 'image/jpeg' | 'image/png'; text: ArrayBuffer };

/** `ifMatch`: the entity tag of what was seen and is changed. `key`: the idempotency key of what was asked for before, and is kept until it is answered. */
type More = { signal?: AbortSignal | undefined; ifMatch?: string; key?: string };

interface Sent extends Omit<More, 'key'> {
  method: Method;
  path: string;
  body: Body | undefined;
  key: string | null;
}

const send = async ({ method, path, body, key, signal, ifMatch }: Sent): Promise<Response> => {
  try {
    return await fetch(`/api${path}`, {
      method,
      signal: signal ?? null,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(key !== null && { 'x-dragoman': '1', 'idempotency-key': key }),
        ...(body && { 'content-type': body.type }),
        ...(ifMatch && { 'if-match': ifMatch }),
      },
      ...(body && { body: body.text }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw unreachable();
  }
};

const answerTo = async <Answer>(sent: Sent): Promise<Answer> => {
  const response = await send(sent);
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  try {
    // The shape is the contract's promise; an unknown extra field must never break a desk that is open since yesterday.
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  } catch {
    throw new ProblemError({ status: response.status, code: 'unreadable-answer', detail: 'The server sent an answer that could not be read.' });
  }
};

const isRefused = (error: unknown, signal: AbortSignal | undefined): boolean =>
  signal?.aborted === true || (error instanceof ProblemError && error.status >= 400 && error.status < 500);

const ask = async <Answer>(method: Method, path: string, body?: Body, more: More = {}): Promise<Answer> => {
  if (method === 'GET') return answerTo<Answer>({ ...more, method, path, body, key: null });
  if (more.key !== undefined) return answerTo<Answer>({ ...more, method, path, body, key: more.key });
  const sending = beginSending(`${method} ${path}`, body?.text);
  try {
    const answer = await answerTo<Answer>({ ...more, method, path, body, key: sending.key });
    sending.done();
    return answer;
  } catch (error) {
    if (isRefused(error, more.signal)) sending.refused();
    else sending.lost();
    throw error;
  }
};

const call = <Answer>(method: Method, path: string, body?: unknown, more?: More): Promise<Answer> =>
  ask<Answer>(method, path, body === undefined ? undefined : { type: 'application/json', text: JSON.stringify(body) }, more);

/** The one way to the API, for the console and the interpreters' app. @throws ProblemError */
export const api = {
  get: <Answer>(path: string, signal?: AbortSignal) => call<Answer>('GET', path, undefined, { signal }),
  post: <Answer>(path: string, body?: unknown, more?: More) => call<Answer>('POST', path, body, more),
  put: <Answer>(path: string, body: unknown, more?: More) => call<Answer>('PUT', path, body, more),
  /** Comma-separated text, as somebody chose it. */
  table: <Answer>(path: string, text: string) => ask<Answer>('POST', path, { type: 'text/csv', text }),
  /** A WAV file. */
  sound: <Answer>(path: string, wav: ArrayBuffer) => ask<Answer>('PUT', path, { type: 'audio/wav', text: wav }),
  /** A PO file, as a translator's editor saved it. */
  translation: <Answer>(path: string, po: ArrayBuffer) => ask<Answer>('POST', path, { type: 'text/x-gettext-translation', text: po }),
  /** A document or a photograph of one. */
  document: <Answer>(path: string, type: 'application/pdf' | 'image/jpeg' | 'image/png', file: ArrayBuffer) => ask<Answer>('POST', path, { type, text: file }),
  delete: <Answer>(path: string) => call<Answer>('DELETE', path),
};

/** `?search=…` of what is set; nothing for what is empty. */
export const queryString = (values: Record<string, string | null | undefined>): string => {
  const pairs = Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
};
