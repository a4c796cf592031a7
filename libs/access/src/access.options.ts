export interface AccessOptions {
  /** Staff sign in again after this many hours. */
  sessionHours: number;
}

export const ACCESS_OPTIONS = Symbol('AccessOptions');
