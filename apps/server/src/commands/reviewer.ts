import type { INestApplicationContext } from '@nestjs/common';
import { Accounts, may } from '@dragoman/access';
import { Database, type StaffActor } from '@dragoman/platform';
import { z } from 'zod';
import { Stop } from '../../../../config/stop';
import { commandLine } from './command';

export const email = z.email('is not an email address');

/**
 * For whom the command line acts: what an organisation decides is decided by somebody in it.
 * @throws Stop where nobody in the installation who may review texts signs in so
 */
export const reviewerAt = async (app: INestApplicationContext, address: string): Promise<{ actor: StaffActor; name: string }> => {
  const account = await app.get(Database).read(commandLine, (tx) => app.get(Accounts).withEmail(tx, address));
  if (!account || !may(account.role, 'texts.review')) throw new Stop(`Nobody who may review texts signs in as ${address}.`);
  const { id: accountId, organisationId, role, name } = account;
  return { actor: { kind: 'staff', accountId, organisationId, role }, name };
};
