import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Permission } from '@dragoman/access';
import type { InterpreterActor, StaffActor } from '@dragoman/platform';
import { interpreterOf, type SignedInRequest, staffOf } from './request';

export const ACCESS_RULE = 'dragoman:access';

/** Who may call a route. A route without a rule is closed to everybody. */
export type AccessRule =
  | { kind: 'allow'; permission: Permission }
  | { kind: 'signed-in' }
  | { kind: 'interpreter' }
  | { kind: 'public'; reason: string };

type RouteDecorator = MethodDecorator & ClassDecorator;

export const Allow = (permission: Permission): RouteDecorator =>
  SetMetadata(ACCESS_RULE, { kind: 'allow', permission } satisfies AccessRule);

/** Whoever is signed in, whatever their role. */
export const SignedIn = (): RouteDecorator => SetMetadata(ACCESS_RULE, { kind: 'signed-in' } satisfies AccessRule);

/** An interpreter who is signed in on their phone, and nobody else: what they see and say is their own. */
export const ForInterpreters = (): RouteDecorator => SetMetadata(ACCESS_RULE, { kind: 'interpreter' } satisfies AccessRule);

/** @param reason why nobody needs to sign in here; read by whoever reviews the list of open routes. */
export const Public = (reason: string): RouteDecorator =>
  SetMetadata(ACCESS_RULE, { kind: 'public', reason } satisfies AccessRule);

/** The member of staff who asks. */
export const By = createParamDecorator(
  (_: unknown, context: ExecutionContext): StaffActor => staffOf(context.switchToHttp().getRequest<SignedInRequest>()),
);

/** The interpreter who asks. */
export const ByInterpreter = createParamDecorator(
  (_: unknown, context: ExecutionContext): InterpreterActor => interpreterOf(context.switchToHttp().getRequest<SignedInRequest>()),
);
