import { Conflict, type DomainError, NotFound } from '@dragoman/kernel';

export const noSuchAgency = (): DomainError => new NotFound('agency-not-found', 'There is no such agency.');

export const noSuchRequest = (): DomainError => new NotFound('request-not-found', 'There is no such request to an agency.');

export const agencyInactive = (): DomainError => new Conflict('agency-inactive', 'This agency is not used any more. Nothing was sent.');

export const changedMeanwhile = (): DomainError =>
  new Conflict('changed-meanwhile', 'Somebody else changed this agency while you were writing. Nothing of yours was saved: look at it again.');

export const notToBePassed = (): DomainError =>
  new Conflict('nothing-to-pass', 'Nobody is missing for this booking, it has begun, or one interpreter takes over from another, which is agreed by telephone. Nothing was sent.');

export const constraintSentences: Record<string, () => DomainError> = {
  an_agency_is_named_once: () => new Conflict('agency-named-twice', 'There is an agency of that name already.', { path: 'name' }),
};
