import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { ACCESS_OPTIONS, type AccessOptions } from './access.options';
import { Accounts } from './accounts.service';
import { CalendarFeeds } from './calendar-feeds.service';
import { ColleagueDetails } from './colleague-details.service';
import { InterpreterSessions } from './interpreter-sessions.service';
import { Invitations } from './invitations.service';
import { Joining } from './joining.service';
import { Links } from './links.service';
import { Memberships } from './memberships.service';
import { Passwords } from './passwords.service';
import { SavedFilters } from './saved-filters.service';
import { Sessions } from './sessions.service';
import { SignInCodes } from './sign-in-codes.service';

const services = [Accounts, Invitations, Joining, Links, Memberships, ColleagueDetails, Passwords, SavedFilters, Sessions, SignInCodes, InterpreterSessions, CalendarFeeds];

const DEFAULTS: AccessOptions = { sessionHours: 12 };

@Module({})
export class AccessModule {
  static with(options: Partial<AccessOptions> = {}): DynamicModule {
    return {
      module: AccessModule,
      global: true,
      imports: [AuditModule],
      providers: [{ provide: ACCESS_OPTIONS, useValue: { ...DEFAULTS, ...options } }, ...services],
      exports: services,
    };
  }
}
