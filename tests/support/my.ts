import { SendMessages } from '@dragoman/messaging';
import { Desk } from './desk';
import type { World } from './mutation';

type Reached = { phone: string } | { email: string };

const addressOf = (reached: Reached): string => ('phone' in reached ? reached.phone : reached.email);

/** The newest code in the simulator, on that phone or in that mailbox; undefined where none arrived. */
export const codeOn = async ({ ruth }: Pick<World, 'ruth'>, address: string): Promise<string | undefined> => {
  const { phones } = await ruth.phones();
  const messages = phones.filter((phone) => phone.address === address).flatMap((phone) => phone.messages);
  return messages.flatMap(({ body }) => /^(\d{6}) is your code/.exec(body)?.[1] ?? []).at(-1);
};

/** Asks for a code and has it sent. @returns what was answered. */
export const askForCode = async ({ running, jobs }: Pick<World, 'running' | 'jobs'>, to: string): Promise<unknown> => {
  const answer = await new Desk(running.url).request('POST', '/api/my/codes', { to });
  await jobs.runJobs();
  await running.app.get(SendMessages, { strict: false }).sweep();
  return answer;
};

/** An interpreter who signed in on a phone, by the code that arrived there. */
export const signedInPhone = async (world: Pick<World, 'running' | 'jobs' | 'ruth'>, reached: Reached): Promise<Desk> => {
  const to = addressOf(reached);
  await askForCode(world, to);
  const phone = new Desk(world.running.url);
  await phone.request('POST', '/api/my/session', { to, code: (await codeOn(world, to)) ?? '' });
  return phone;
};
