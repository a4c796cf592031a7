export interface AgenciesOptions {
  /** What links in mails begin with, without a slash at the end; known once the server listens. */
  publicUrl(): string;
}

export const AGENCIES_OPTIONS = Symbol('AgenciesOptions');
