import { Conflict, Forbidden, Invalid, NotFound } from '@dragoman/kernel';

export const secondPersonNeeded = () =>
  new Forbidden('second-person-needed', 'You proposed this yourself. Somebody else of your organisation has to look at it.');
export const notYourProposal = () =>
  new Forbidden('not-your-proposal', 'Only the person who proposed this can withdraw it. Refuse it instead.');
export const noSuchLoosening = () => new NotFound('loosening-not-found', 'There is no such proposal.');
export const alreadyDecided = () => new Conflict('loosening-decided', 'Somebody has decided this proposal already. Nothing was changed.');
export const encounterChanged = () =>
  new Conflict(
    'encounter-changed',
    'What holds for these two languages has changed since this was proposed, so it was not approved. Refuse it, look again, and propose it anew if it is still right.',
  );
export const loosensInstead = () =>
  new Conflict('loosening-takes-two-people', 'This would allow more than now, so one person cannot decide it. Propose it, and let somebody else approve.');
export const notLooser = () =>
  new Conflict('not-a-loosening', 'This would not allow more than now: nobody else is needed. Tighten it instead.');
export const nothingChanges = () => new Conflict('nothing-changes', 'That is what holds already. Nothing was changed.');
export const nothingToLift = () => new Conflict('nothing-to-lift', 'Your organisation has no rule of its own for these two languages.');
export const notAdmitted = (sentences: readonly string[]) =>
  new Invalid('encounter-not-admitted', `This cannot hold for these two languages: ${sentences.join('; ')}.`);
export const unknownPage = () => new Invalid('unknown-page', 'This page of the list does not exist. Open the list again.');

export const constraintSentences = {
  one_loosening_of_a_pair_is_open: () =>
    new Conflict('loosening-open', 'A proposal for these two languages is waiting already. Decide it first.'),
  a_loosening_has_a_source: () => new Invalid('source-missing', 'Say where this comes from.', { path: 'source' }),
  the_second_person_is_another: secondPersonNeeded,
  who_proposed_it_withdraws_it: notYourProposal,
  a_loosening_is_decided_once: alreadyDecided,
  loosening_takes_two_people: loosensInstead,
  who_decides_works_here: () => new Forbidden('no-longer-here', 'Your account was closed. Nothing was changed.'),
  who_proposed_it_still_works_here: () =>
    new Conflict('proposer-left', 'Whoever proposed this no longer works here, so there would be one person behind it. Refuse it and propose it anew.'),
};
