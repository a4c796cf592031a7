import type { InterpreterSession } from '@dragoman/access';
import type { MySession } from '@dragoman/contracts';
import { isoOf } from '@dragoman/kernel';

export const presentMySession = ({ interpreterId: id, displayName, phone, email, zone, signedInAt, expiresAt }: InterpreterSession, now: Date): MySession => ({
  interpreter: { id, displayName, phone, email, zone },
  signedInAt: isoOf(signedInAt),
  expiresAt: isoOf(expiresAt),
  now: isoOf(now),
});
