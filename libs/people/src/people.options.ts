export interface PeopleOptions {
  /** What links in messages begin with, without a slash at the end; known once the server listens. */
  publicUrl(): string;
}

export const PEOPLE_OPTIONS = Symbol('PeopleOptions');
