import { Conflict, type DomainError, Invalid, NotFound } from '@dragoman/kernel';

/** The same for a patient who does not exist and for one of another organisation. */
export const noSuchPatient = (): DomainError => new NotFound('patient-not-found', 'There is no such patient.');

/** As above: nobody learns whom another organisation wrote down. */
export const noSuchSupporter = (): DomainError => new NotFound('supporter-not-found', 'There is no such supporter.');

export const constraintSentences: Record<string, () => DomainError> = {
  a_record_number_belongs_to_one_patient: () =>
    new Conflict('record-number-taken', 'Another patient has this record number. Look for them in the list first.', {
      path: 'recordNumber',
    }),
  a_patients_language_is_named_once: () =>
    new Conflict('language-twice', 'A language is in the list twice with the same use.'),
  nobody_is_wanted_and_refused: () =>
    new Conflict('wanted-and-refused', 'An interpreter is in the wishes twice. Nobody can be wanted and refused at once.'),
  a_wish_names_an_interpreter: () => new NotFound('interpreter-not-found', 'There is no such interpreter.'),
  a_supporter_is_named_once: () =>
    new Conflict('supporter-twice', 'This supporter was written down a moment ago. Look at the list.'),
  a_supporter_stands_for_a_year_at_most: () =>
    new Invalid('a-year-at-most', 'A supporter is asked about again after a year at most.', { path: 'months' }),
  a_channel_is_named_once: () => new Conflict('channel-twice', 'A way to reach the patient is in the list twice.'),
};
