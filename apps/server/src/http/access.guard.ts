import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { InterpreterSessions, may, Sessions } from '@dragoman/access';
import { Forbidden } from '@dragoman/kernel';
import { ACCESS_RULE, type AccessRule } from './access.decorators';
import type { SignedInRequest } from './request';
import { InterpreterCookie, SessionCookie } from './session-cookie';

/** Default deny: a route that does not say who may call it is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly interpreterSessions: InterpreterSessions,
    private readonly interpreterCookie: InterpreterCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!rule) throw new Forbidden('closed-route', 'Nobody may call this.');
    if (rule.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    return rule.kind === 'interpreter' ? this.letInterpreterIn(request) : this.letStaffIn(request, rule);
  }

  private async letStaffIn(request: SignedInRequest, rule: Exclude<AccessRule, { kind: 'public' | 'interpreter' }>): Promise<boolean> {
    const token = this.cookie.read(request);
    const session = token === undefined ? null : await this.sessions.sessionOf(token);
    if (!session) throw new UnauthorizedException();
    request.signedIn = session;
    if (rule.kind === 'allow' && !may(session.role, rule.permission))
      throw new Forbidden('not-allowed', 'Your role may not do this.');
    return true;
  }

  private async letInterpreterIn(request: SignedInRequest): Promise<boolean> {
    const token = this.interpreterCookie.read(request);
    const session = token === undefined ? null : await this.interpreterSessions.sessionOf(token);
    if (!session) throw new UnauthorizedException();
    request.interpreter = session;
    return true;
  }
}
