import type { InterpreterSession, Session } from '@dragoman/access';
import type { InterpreterActor, StaffActor } from '@dragoman/platform';
import type { FastifyRequest } from 'fastify';

/** A request after the guard has looked at its cookie. */
export interface SignedInRequest extends FastifyRequest {
  signedIn?: Session;
  /** On a route of the interpreter's app. */
  interpreter?: InterpreterSession;
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

/** Only below a route that needs an interpreter; elsewhere it is a programming mistake. */
export const interpreterSessionIn = ({ interpreter }: SignedInRequest): InterpreterSession => {
  if (!interpreter) throw new Error('another route asked which interpreter is signed in');
  return interpreter;
};

export const interpreterOf = (request: SignedInRequest): InterpreterActor => ({ kind: 'interpreter', interpreterId: interpreterSessionIn(request).interpreterId });
