import type { InterpreterSession } from '@dragoman/access';
import type { MySession } from '@dragoman/contracts';

export const presentMySession = ({ interpreterId: id, displayName, phone, email, zone, signedInAt, expiresAt }: InterpreterSession, now: Date): MySession => ({
  interpreter: { id, displayName, phone, email, zone },
  signedInAt: signedInAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  now: now.toISOString(),
});
