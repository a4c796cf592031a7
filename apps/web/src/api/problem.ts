import type { Problem } from '@dragoman/contracts';

type Facts = Pick<Problem, 'status' | 'code' | 'detail'> & Partial<Pick<Problem, 'errors'>>;

/** What the server (or the missing network) said, with one sentence that may be shown as it is. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: { path: string; message: string }[];

  constructor({ status, code, detail, errors = [] }: Facts) {
    super(detail);
    this.name = 'ProblemError';
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = errors;
  }
}

export const unreachable = () =>
  new ProblemError({ status: 0, code: 'unreachable', detail: 'The server cannot be reached.' });

const sentenceFor = (status: number): string => {
  if (status === 401) return 'You are signed out.';
  if (status === 403) return 'Your role may not do this.';
  if (status === 404) return 'This is not there, or not yours to see.';
  if (status === 429) return 'Too many attempts. Wait a minute and try again.';
  return 'The server could not do this.';
};

/** Reads problem+json; anything else becomes a plain sentence for its status. */
export const problemOf = async (response: Response): Promise<ProblemError> => {
  const body: unknown = await response.json().catch(() => null);
  const said = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>;
  return new ProblemError({
    status: response.status,
    code: said.code ?? `status-${response.status}`,
    detail: said.detail || said.title || sentenceFor(response.status),
    errors: Array.isArray(said.errors) ? said.errors : [],
  });
};

/** What stands between us and the server says these when the server's own answer did not come, or not in time. */
const saidByOthers = [502, 504];

/** An answer that was lost on its way, or cannot be read, may have been a yes. */
export const isAnswered = (error: unknown): boolean => error instanceof ProblemError && error.status >= 400 && !saidByOthers.includes(error.status);

/** What is said of something that was to be done, where it may have been done all the same. */
export const UNKNOWN = 'It is not known whether it was done.';
/** Of the same once more, which is sent under the same key. */
export const PRESS_AGAIN = 'Press again: it is never done twice.';

/** The sentence to show for anything thrown. */
export const sentenceOf = (error: unknown): string =>
  error instanceof ProblemError ? error.detail : 'Something went wrong on this page.';

/** @param happened what did not: `Not saved.` */
export const failureOf = (error: unknown, happened: string): string =>
  isAnswered(error) ? `${happened} ${sentenceOf(error)}` : `${UNKNOWN} ${sentenceOf(error)} ${PRESS_AGAIN}`;

/**
 * Field errors by form path: `/channels/0/address`, `channels[0].address` and `channels.0.address` are one field.
 * Empty when the problem names no field.
 */
export const fieldErrorsOf = (error: unknown): Record<string, string> => {
  if (!(error instanceof ProblemError)) return {};
  return Object.fromEntries(
    error.errors.map(({ path, message }) => [
      path.replace(/^[$#]?\.?\/?(body[./])?/, '').replace(/\[(\w+)\]/g, '.$1').replace(/\//g, '.'),
      message,
    ]),
  );
};
