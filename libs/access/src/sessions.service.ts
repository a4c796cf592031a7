import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, plusMinutes } from '@dragoman/kernel';
import { Database, LiveHints, Sweeps, type Tx } from '@dragoman/platform';
import { TooManyAttempts, wrongSignIn } from './access.errors';
import { ACCESS_OPTIONS, type AccessOptions } from './access.options';
import { hashPassword, isPassword } from './password';
import {
  deleteOtherSessions, deleteSession, deleteSessionsOf, insertSession, openSession, type Session, type SignInCandidate, signInCandidate, sweepAccess,
} from './session.queries';
import { allowances, countAll, forgive } from './sign-in-limit.queries';
import { newToken, tokenHash } from './token';

const installation = { kind: 'installation', by: 'sign-in' } as const;
const EVERY_TEN_MINUTES = 600_000;

export interface OpenedSession {
  /** For the cookie; kept nowhere. */
  token: string;
  session: Session;
}

export interface SignIn {
  email: string;
  password: string;
  /** Network address of the caller; counted, not kept. */
  address: string;
}

@Injectable()
export class Sessions implements OnModuleInit {
  private stranger: Promise<string> | undefined;

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly liveHints: LiveHints,
    private readonly sweeps: Sweeps,
    private readonly clock: Clock,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  onModuleInit(): void {
    this.sweeps.every('end-sessions', EVERY_TEN_MINUTES, () =>
      this.database.transaction({ kind: 'job', job: 'end-sessions' }, (tx) => sweepAccess(tx, this.clock.now())),
    );
  }

  /**
   * Takes as long for an email nobody has as for a wrong password.
   * @returns the token for the cookie, which is kept nowhere.
   * @throws Forbidden `wrong-sign-in`; TooManyAttempts.
   */
  async signIn({ email, password, address }: SignIn): Promise<OpenedSession> {
    await this.countAttempt(email, address);
    const account = await this.database.read(installation, (tx) => signInCandidate(tx, email));
    const isRight = await isPassword(account?.passwordHash ?? (await this.hashOfStranger()), password);
    if (!account || !isRight) {
      await this.refuse(account);
      throw wrongSignIn();
    }
    return this.database.transaction(installation, async (tx) => {
      await forgive(tx, allowances(email, address));
      return this.open(tx, account);
    });
  }

  /**
   * For whoever has just proved who they are.
   * @param tx of the installation
   * @throws Forbidden `wrong-sign-in` if the password was changed, or the account deactivated, meanwhile.
   */
  async open(tx: Tx, account: SignInCandidate): Promise<OpenedSession> {
    const { id: accountId, organisationId, role, name, email } = account;
    const token = newToken(256);
    const now = this.clock.now();
    const expiresAt = plusMinutes(now, this.options.sessionHours * 60);
    if (!(await insertSession(tx, { tokenHash: tokenHash(token), account, now, expiresAt }))) throw wrongSignIn();
    await this.audit.record(tx, { action: 'session.opened', subject: { kind: 'account', id: accountId }, organisationId });
    return { token, session: { accountId, organisationId, role, name, email, expiresAt } };
  }

  /** Every screen on which they are signed in closes, but for the one whose token is kept. */
  async endAll(tx: Tx, account: { id: string; organisationId: string }, keptToken?: string): Promise<void> {
    if (keptToken === undefined) await deleteSessionsOf(tx, account.id);
    else await deleteOtherSessions(tx, account.id, tokenHash(keptToken));
    this.liveHints.publish(tx, { organisationId: account.organisationId, topic: 'session', id: account.id });
  }

  /** @returns null once the session has expired or ended, or the account was deactivated. */
  async sessionOf(token: string): Promise<Session | null> {
    const [session] = await this.database.readOnce<Session>(installation, openSession(tokenHash(token), this.clock.now()));
    return session ?? null;
  }

  /** Ends the session for good; doing it twice is no error. */
  signOut(token: string): Promise<void> {
    return this.database.transaction(installation, async (tx) => {
      const ended = await deleteSession(tx, tokenHash(token));
      if (!ended) return;
      await this.audit.record(tx, {
        action: 'session.ended',
        subject: { kind: 'account', id: ended.accountId },
        organisationId: ended.organisationId,
      });
      this.liveHints.publish(tx, { organisationId: ended.organisationId, topic: 'session', id: ended.accountId });
    });
  }

  private async countAttempt(email: string, address: string): Promise<void> {
    const wait = await this.database.transaction(installation, (tx) => countAll(tx, allowances(email, address), this.clock.now()));
    if (wait > 0) throw new TooManyAttempts(wait);
  }

  private refuse(account: { id: string; organisationId: string } | undefined): Promise<void> {
    return this.database.transaction(installation, (tx) =>
      this.audit.record(tx, {
        action: 'session.refused',
        subject: { kind: 'account', id: account?.id ?? 'unknown' },
        ...(account && { organisationId: account.organisationId }),
      }),
    );
  }

  private hashOfStranger(): Promise<string> {
    return (this.stranger ??= hashPassword(newToken(128)));
  }
}
