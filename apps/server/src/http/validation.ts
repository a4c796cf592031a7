import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Invalid } from '@dragoman/kernel';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

const MOST_ERRORS = 100;

const dotted = (path: Issue['path'] = []): string =>
  path.map((segment) => String(typeof segment === 'object' ? segment.key : segment)).join('.');

export class InvalidInput extends Invalid {
  readonly errors: readonly { path: string; message: string }[];

  constructor(issues: readonly Issue[]) {
    super('invalid-input', 'Something in the form is missing or not as expected.');
    this.errors = issues.slice(0, MOST_ERRORS).map(({ path, message }) => ({ path: dotted(path), message }));
  }
}

/** Checks bodies, parameters and queries against the schema that their decorator names. */
export const validationPipe = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({ exceptionFactory: (issues) => new InvalidInput(issues) });
