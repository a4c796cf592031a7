import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, newId, passwordStrength } from '@dragoman/kernel';
import { Database, Events, type StaffActor, type Tx } from '@dragoman/platform';
import { IsNull } from 'typeorm';
import { assertChosenWell, linkIsOver, TooManyAttempts, unknownLink, unknownPerson, wrongPassword } from './access.errors';
import { passwordLinkAsked } from './access.events';
import { Account } from './account.entity';
import { Links } from './links.service';
import { hashPassword, isPassword } from './password';
import { signInCandidate, type Session } from './session.queries';
import { type OpenedSession, Sessions } from './sessions.service';
import { allowances, changeAllowance, countAll, forgive, resetAllowances } from './sign-in-limit.queries';

const installation = { kind: 'installation', by: 'passwords' } as const;

/** New passwords. Nobody ever sees one but whoever chooses it. */
@Injectable()
export class Passwords {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly links: Links,
    private readonly sessions: Sessions,
  ) {}

  /**
   * The same is answered, and counted, whether or not anybody has that address: only the mailbox tells.
   * @throws TooManyAttempts: three for one email, twenty from one network address, in fifteen minutes.
   */
  async forgot({ email, address }: { email: string; address: string }): Promise<void> {
    const now = this.clock.now();
    const wait = await this.database.transaction(installation, (tx) => countAll(tx, resetAllowances(email, address), now));
    if (wait > 0) throw new TooManyAttempts(wait, 'links were asked for');
    await this.database.transaction(installation, async (tx) => {
      const account = await signInCandidate(tx, email);
      if (account) await this.ask(tx, account, 'self');
    });
  }

  /** Sends them a link. @throws NotFound `person-not-found`, also for somebody who may not sign in any more. */
  sendLink(actor: StaffActor, accountId: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const account = await tx.findOneBy(Account, { id: accountId, deactivatedAt: IsNull() });
      if (!account) throw unknownPerson();
      await this.ask(tx, account, 'administrator');
    });
  }

  /** Whose it is, where it still is anybody's: looking changes nothing. @throws NotFound `link-not-found`. */
  async look(token: string): Promise<{ organisationId: string; account: Account | null }> {
    const link = await this.links.resolve(token, 'password');
    if (!link) throw unknownLink();
    const { organisationId } = link;
    if (link.state !== 'open') return { organisationId, account: null };
    const account = await this.database.read(installation, (tx) => tx.findOneBy(Account, { id: link.subjectId, deactivatedAt: IsNull() }));
    return { organisationId, account };
  }

  /**
   * Once; ends their other sessions, and opens one.
   * @throws NotFound `link-not-found`; Conflict `link-over`; Invalid `password-too-short`, `password-guessed`.
   */
  async choose({ token, password, address }: { token: string; password: string; address: string }): Promise<OpenedSession> {
    const { account: seen } = await this.look(token);
    if (!seen) throw linkIsOver();
    assertChosenWell(passwordStrength(password, [seen.name, seen.email]));
    const passwordHash = await hashPassword(password);
    return this.database.transaction(installation, async (tx) => {
      const { subjectId: id } = await this.links.use(tx, token, 'password');
      const account = await tx.findOneBy(Account, { id, deactivatedAt: IsNull() });
      if (!account) throw linkIsOver();
      await this.write(tx, account, passwordHash);
      await this.sessions.endAll(tx, account);
      // Whoever was locked out by guesses of others has proved who they are.
      await forgive(tx, allowances(account.email, address));
      return this.sessions.open(tx, { ...account, passwordHash });
    });
  }

  /**
   * One's own; the other screens on which one is signed in close, this one stays.
   * @throws Invalid `wrong-password`, `password-too-short`, `password-guessed`; TooManyAttempts.
   */
  async change({ accountId, email, name }: Session, { current, password, keptToken }: { current: string; password: string; keptToken: string }): Promise<void> {
    const now = this.clock.now();
    const wait = await this.database.transaction(installation, (tx) => countAll(tx, [changeAllowance(accountId)], now));
    if (wait > 0) throw new TooManyAttempts(wait, 'attempts to change the password');
    const account = await this.database.read(installation, (tx) => signInCandidate(tx, email));
    if (!account || account.id !== accountId || !(await isPassword(account.passwordHash, current))) throw wrongPassword();
    assertChosenWell(passwordStrength(password, [name, email]));
    const passwordHash = await hashPassword(password);
    await this.database.transaction(installation, async (tx) => {
      await this.write(tx, account, passwordHash);
      await this.links.revoke(tx, { purpose: 'password', subjectId: accountId });
      await this.sessions.endAll(tx, account, keptToken);
    });
  }

  private async ask(tx: Tx, { id: accountId, organisationId }: Pick<Account, 'id' | 'organisationId'>, by: 'self' | 'administrator'): Promise<void> {
    await this.audit.record(tx, { action: 'account.password-link-asked', subject: { kind: 'account', id: accountId }, organisationId, details: { by } });
    this.events.publish(tx, passwordLinkAsked({ organisationId, accountId, requestId: newId(), by }));
  }

  private async write(tx: Tx, { id, organisationId }: Pick<Account, 'id' | 'organisationId'>, passwordHash: string): Promise<void> {
    await tx.update(Account, { id }, { passwordHash });
    await this.audit.record(tx, { action: 'account.password-changed', subject: { kind: 'account', id }, organisationId });
  }
}
