import type { Session } from '@dragoman/access';
import type { StaffActor } from '@dragoman/platform';
import type { FastifyRequest } from 'fastify';

/** A request after the guard has looked at its cookie. */
export interface SignedInRequest extends FastifyRequest {
  signedIn?: Session;
}

/** Only below a route that needs a session; elsewhere it is a programming mistake. */
export const sessionIn = ({ signedIn }: SignedInRequest): Session => {
  if (!signedIn) throw new Error('a public route asked who is signed in');
  return signedIn;
};

export const staffOf = (request: SignedInRequest): StaffActor => {
  const { organisationId, accountId, role } = sessionIn(request);
  return { kind: 'staff', organisationId, accountId, role };
};
