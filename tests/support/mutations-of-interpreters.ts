import type { Interpreter } from '@dragoman/contracts';
import { by } from './arrangements';
import type { Desk } from './desk';
import type { Mutation, World } from './mutation';
import { signedInPhone } from './my';

/** What interpreters do in their app; see `mutationsOf`. */
export const mutationsOfInterpreters = (world: World): Record<string, () => Promise<Mutation>> => {
  const { ruth } = world;

  const signedIn = async (interpreter?: Pick<Interpreter, 'phone'>): Promise<Desk> => signedInPhone(world, interpreter ?? (await ruth.addInterpreter()));

  return {
    'DELETE /api/interpreters/:id/app': async () => {
      const interpreter = await ruth.addInterpreter();
      await signedIn(interpreter);
      return by(ruth, `/api/interpreters/${interpreter.id}/app`);
    },
  };
};
