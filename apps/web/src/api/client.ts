import { ProblemError, problemOf, unreachable } from './problem';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const send = async (method: Method, path: string, body: unknown, signal?: AbortSignal): Promise<Response> => {
  try {
    return await fetch(`/api${path}`, {
      method,
      signal: signal ?? null,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(method !== 'GET' && { 'x-dragoman': '1' }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw unreachable();
  }
};

const call = async <Answer>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer> => {
  const response = await send(method, path, body, signal);
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  try {
    // The shape is the contract's promise; an unknown extra field must never break a desk that is open since yesterday.
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  } catch {
    throw new ProblemError({ status: response.status, code: 'unreadable-answer', detail: 'The server sent an answer that could not be read.' });
  }
};

/** The one way to the staff API. @throws ProblemError */
export const api = {
  get: <Answer>(path: string, signal?: AbortSignal) => call<Answer>('GET', path, undefined, signal),
  post: <Answer>(path: string, body?: unknown, signal?: AbortSignal) => call<Answer>('POST', path, body, signal),
  put: <Answer>(path: string, body: unknown) => call<Answer>('PUT', path, body),
  delete: <Answer>(path: string) => call<Answer>('DELETE', path),
};

/** `?search=…` of what is set; nothing for what is empty. */
export const queryString = (values: Record<string, string | null | undefined>): string => {
  const pairs = Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
};
