export type ErrorKind = 'forbidden' | 'not-found' | 'conflict' | 'stale' | 'invalid' | 'unavailable';
export type ErrorDetails = Readonly<Record<string, unknown>>;

/**
 * A refusal that the caller can act on. `code` is public API and the translation key;
 * `message` is one English sentence; `details` never carries patient data.
 */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
    this.name = new.target.name;
  }
}

export class Forbidden extends DomainError {
  constructor(code: string, message: string, details?: ErrorDetails) {
    super('forbidden', code, message, details);
  }
}

export class NotFound extends DomainError {
  constructor(code: string, message: string, details?: ErrorDetails) {
    super('not-found', code, message, details);
  }
}

export class Conflict extends DomainError {
  constructor(code: string, message: string, details?: ErrorDetails) {
    super('conflict', code, message, details);
  }
}

/** Whoever asks has seen an older state than there is: nothing of theirs was done. */
export class Stale extends DomainError {
  constructor(code: string, message: string, details?: ErrorDetails) {
    super('stale', code, message, details);
  }
}

export class Invalid extends DomainError {
  constructor(code: string, message: string, details?: ErrorDetails) {
    super('invalid', code, message, details);
  }
}

/** Nothing stands against it but the moment: it may be asked again a little later. */
export class Unavailable extends DomainError {
  constructor(code: string, message: string, details?: ErrorDetails) {
    super('unavailable', code, message, details);
  }
}

/** Runs `check` and lets its refusal say which field of a form it is about: `channels.0.address`. */
export const inField = <T>(path: string, check: () => T): T => {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    throw new Invalid(error.code, error.message, { ...error.details, path });
  }
};
