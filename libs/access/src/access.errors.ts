import { Conflict, Forbidden, Invalid, LEAST_PASSWORD, NotFound, type PasswordStrength } from '@dragoman/kernel';

export const constraintSentences = {
  an_email_signs_in_to_one_account: () =>
    new Conflict('email-taken', 'That email address cannot be used; it may sign in to an account already.'),
  an_address_is_invited_once: () =>
    new Conflict('invited-already', 'Somebody has invited that address already. It is in the list: send it again there.', { path: 'email' }),
};

export const noSuchFilter = () => new NotFound('filter-not-found', 'That saved filter is not there any more.');

export const tooManyFilters = (most: number) =>
  new Conflict('too-many-filters', `At most ${most} filters are kept for a list. Remove one that is not used.`, { most });

/** Says nothing about which of the two was wrong. */
export const wrongSignIn = () => new Forbidden('wrong-sign-in', 'That email address and password do not go together.');

/** Says nothing about whether there was one, or anybody. */
export const wrongCode = () =>
  new Forbidden('wrong-code', 'That code does not work, or not any more. Look for the newest one, or ask for another.');

export const passwordTooShort = (path = 'password') =>
  new Invalid('password-too-short', `A password has at least ${LEAST_PASSWORD} characters.`, { path, least: LEAST_PASSWORD });

const passwordGuessed = (path: string) =>
  new Invalid('password-guessed', 'This is among the first passwords that anybody tries. Three or four words that have nothing to do with each other are better.', { path });

/** @throws Invalid `password-too-short`, `password-guessed`. */
export const assertChosenWell = (strength: PasswordStrength, path = 'password'): void => {
  if (strength === 'short') throw passwordTooShort(path);
  if (strength === 'guessed') throw passwordGuessed(path);
};

export const wrongPassword = () => new Invalid('wrong-password', 'This is not your password now.', { path: 'current' });

export const unknownPerson = () => new NotFound('person-not-found', 'Nobody like that works here.');
export const unknownInvitation = () => new NotFound('invitation-not-found', 'There is no such invitation.');
export const notOneself = () => new Conflict('not-oneself', 'Nobody changes their own account here, so that nobody locks themselves out: ask another administrator.');
export const lastAdministrator = () =>
  new Conflict('last-administrator', 'One administrator has to stay. Make somebody else an administrator first.');
export const personChanged = () =>
  new Conflict('person-changed', 'Somebody else changed this person meanwhile. Nothing was changed now: look at the list again.');
export const noLongerAdministrator = () => new Forbidden('not-allowed', 'Your role may not do this.');
export const worksHereAlready = () => new Conflict('works-here-already', 'Somebody with that address works here already.', { path: 'email' });
export const workedHereBefore = (name: string) =>
  new Conflict('worked-here-before', `${name} had an account with that address. Let them in again from the list below.`, { path: 'email' });

const overSentences = {
  accepted: 'This invitation was used already. Sign in with the password that was chosen.',
  withdrawn: 'This invitation was taken back.',
  expired: 'This invitation has run out.',
} as const;
export const invitationIsOver = (state: keyof typeof overSentences) => new Conflict(`invitation-${state}`, overSentences[state]);

export const linkIsOver = () =>
  new Conflict('link-over', 'This link has run out, was used, or a newer one was sent since. Nothing was changed.');
export const unknownLink = () => new NotFound('link-not-found', 'There is no such link. Look at the mail again: part of it may be missing.');

const minutes = (seconds: number): string => {
  const whole = Math.ceil(seconds / 60);
  return whole === 1 ? 'a minute' : `${whole} minutes`;
};

export class TooManyAttempts extends Forbidden {
  constructor(
    readonly retryAfterSeconds: number,
    what = 'attempts to sign in',
  ) {
    super('too-many-attempts', `Too many ${what}. Wait ${minutes(retryAfterSeconds)} and try again.`, {
      retryAfterSeconds,
    });
  }
}
