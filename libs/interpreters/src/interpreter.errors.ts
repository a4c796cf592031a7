import { Conflict, type DomainError, NotFound } from '@dragoman/kernel';

export const noSuchInterpreter = (): DomainError =>
  new NotFound('interpreter-not-found', 'There is no such interpreter.');

/** Whoever saves last must have seen what the other wrote. */
export const changedMeanwhile = (): DomainError =>
  new Conflict(
    'changed-meanwhile',
    'Somebody else changed this interpreter while you were writing. Nothing of yours was saved: open the page again and write it anew.',
  );

/** To the agency: nothing about whom we know otherwise. */
export const numberOfSomebodyElse = (): DomainError =>
  new Conflict('telephone-of-another', 'We know this telephone number under another name. Check it, or call the clinic.', { path: 'phone' });

export const saidOtherwise = (): DomainError =>
  new Conflict('said-otherwise', 'Something was said differently about this interpreter before. Call the clinic to put it right.');

export const constraintSentences: Record<string, () => DomainError> = {
  an_interpreter_is_in_one_place_at_a_time: () => new Conflict('interpreter-busy', 'Busy or travelling then.'),
  a_phone_belongs_to_one_interpreter: () =>
    new Conflict('phone-taken', 'Another interpreter has this phone number. Look for them in the list first.', { path: 'phone' }),
  an_email_belongs_to_one_interpreter: () =>
    new Conflict('email-taken', 'Another interpreter has this email address. Look for them in the list first.', { path: 'email' }),
  a_pair_of_languages_is_named_once: () => new Conflict('language-twice', 'A language is in the list twice.'),
  a_language_is_named_once: () => new Conflict('language-twice', 'A language is in the list twice.'),
  hours_are_given_once: () => new Conflict('hours-twice', 'Two entries of the week begin at the same time.'),
};
