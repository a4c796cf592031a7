import { type DomainError, NotFound } from '@dragoman/kernel';

export const noSuchRound = (): DomainError => new NotFound('round-not-found', 'Nobody is being called for this booking.');
