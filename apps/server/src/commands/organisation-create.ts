import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { Accounts } from '@dragoman/access';
import { DomainError } from '@dragoman/kernel';
import { type Organisation, Organisations } from '@dragoman/organisations';
import { Database } from '@dragoman/platform';
import { z } from 'zod';
import { Stop } from '../../../../config/stop';
import { type Command, commandLine, type CommandContext, readOptions } from './command';

const text = z.string().trim().min(1, 'is empty').max(200, 'is longer than 200 characters');
const email = z.email('is not an email address');

const organisationOptions = z.object({
  name: text,
  zone: text,
  'admin-name': text,
  'admin-email': email,
  phone: text.optional(),
});
const administratorOptions = z.object({ organisation: text, name: text, email });

interface NewAdministrator {
  name: string;
  email: string;
}

const addAdministrator = async (
  app: INestApplicationContext,
  { id: organisationId, name: clinic }: Organisation,
  administrator: NewAdministrator,
  print: CommandContext['print'],
): Promise<void> => {
  const password = randomBytes(15).toString('base64url');
  await app.get(Accounts).create(commandLine, { ...administrator, organisationId, role: 'administrator', password });
  print(`${administrator.name} may sign in to ${clinic} as ${administrator.email}.`);
  print(`password    ${password}`);
  print('The password is shown only this once.');
};

export const organisationCreate: Command = {
  words: 'organisation create',
  takes: '--name <name> --zone <Europe/London> --admin-name <name> --admin-email <address> [--phone <number>]',
  does: 'Creates an organisation and its first administrator, and prints a password once.',
  async run(args, { open, print }) {
    const { name, zone, phone = null, ...admin } = readOptions(args, organisationOptions);
    const administrator = { name: admin['admin-name'], email: admin['admin-email'] };
    const app = await open();
    const organisation = await app.get(Organisations).create(commandLine, { name, zone, phone });
    print(`organisation ${organisation.name} [${organisation.id}]`);
    try {
      await addAdministrator(app, organisation, administrator, print);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new Stop(`The organisation is there, its administrator is not: ${error.message} Use “administrator create”.`);
    }
    return 0;
  },
};

export const administratorCreate: Command = {
  words: 'administrator create',
  takes: '--organisation <name or id> --name <name> --email <address>',
  does: 'Adds an administrator to an organisation, and prints a password once.',
  async run(args, { open, print }) {
    const { organisation: wanted, ...administrator } = readOptions(args, administratorOptions);
    const app = await open();
    const all = await app.get(Database).read(commandLine, (tx) => app.get(Organisations).all(tx));
    const organisation = all.find(({ id, name }) => id === wanted || name === wanted);
    if (!organisation)
      throw new Stop(`There is no organisation “${wanted}”. There are: ${all.map(({ name }) => name).join(', ') || 'none'}.`);
    await addAdministrator(app, organisation, administrator, print);
    return 0;
  },
};
