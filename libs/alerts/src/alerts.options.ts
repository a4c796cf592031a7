export interface AlertsOptions {
  /** What links in messages begin with, without a slash at the end; known once the server listens. */
  publicUrl(): string;
}

export const ALERTS_OPTIONS = Symbol('AlertsOptions');
