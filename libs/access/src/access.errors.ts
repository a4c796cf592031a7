import { Conflict, Forbidden, Invalid } from '@dragoman/kernel';

export const constraintSentences = {
  an_email_signs_in_to_one_account: () =>
    new Conflict('email-taken', 'That email address cannot be used; it may sign in to an account already.'),
};

/** Says nothing about which of the two was wrong. */
export const wrongSignIn = () => new Forbidden('wrong-sign-in', 'That email address and password do not go together.');

/** Says nothing about whether there was one, or anybody. */
export const wrongCode = () =>
  new Forbidden('wrong-code', 'That code does not work, or not any more. Look for the newest one, or ask for another.');

export const passwordTooShort = (least: number) =>
  new Invalid('password-too-short', `A password has at least ${least} characters.`, { path: 'password', least });

const minutes = (seconds: number): string => {
  const whole = Math.ceil(seconds / 60);
  return whole === 1 ? 'a minute' : `${whole} minutes`;
};

export class TooManyAttempts extends Forbidden {
  constructor(readonly retryAfterSeconds: number) {
    super('too-many-attempts', `Too many attempts to sign in. Wait ${minutes(retryAfterSeconds)} and try again.`, {
      retryAfterSeconds,
    });
  }
}
