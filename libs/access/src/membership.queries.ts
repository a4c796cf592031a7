import type { StaffActor, Tx } from '@dragoman/platform';
import { IsNull } from 'typeorm';
import { noLongerAdministrator, unknownPerson } from './access.errors';
import { Account } from './account.entity';

/**
 * Somebody about whom an administrator decides. Administrators are held in one order, so that of two who end each other's account at
 * once, the second is none any more.
 * @throws Forbidden `not-allowed`; NotFound `person-not-found`.
 */
export const heldForDecision = async (tx: Tx, actor: StaffActor, accountId: string): Promise<{ person: Account; administrators: Account[] }> => {
  const lock = { mode: 'pessimistic_write' } as const;
  const administrators = await tx.find(Account, { where: { role: 'administrator', deactivatedAt: IsNull() }, order: { id: 'ASC' }, lock });
  if (!administrators.some(({ id }) => id === actor.accountId)) throw noLongerAdministrator();
  const person = await tx.findOne(Account, { where: { id: accountId }, lock });
  if (!person) throw unknownPerson();
  return { person, administrators };
};
