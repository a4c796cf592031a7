import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, passwordStrength } from '@dragoman/kernel';
import { Database } from '@dragoman/platform';
import { assertChosenWell, invitationIsOver, unknownLink } from './access.errors';
import { Accounts } from './accounts.service';
import { Invitation, type InvitationState } from './invitation.entity';
import { Links } from './links.service';
import { hashPassword } from './password';
import { type OpenedSession, Sessions } from './sessions.service';

const installation = { kind: 'installation', by: 'joining' } as const;

export interface LookedAtInvitation {
  invitation: Invitation;
  /** `replaced`: it was sent again since, with another link. */
  state: InvitationState | 'replaced';
}

/** Whoever was invited, before anybody is known: they hold a link, choose a password, and are signed in. */
@Injectable()
export class Joining {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly links: Links,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {}

  /** Looking changes nothing, so that a scanner of mail may look. @throws NotFound `link-not-found`. */
  async look(token: string): Promise<LookedAtInvitation> {
    const link = await this.links.find(token, 'invitation');
    if (!link) throw unknownLink();
    const invitation = await this.database.read(installation, (tx) => tx.findOneByOrFail(Invitation, { id: link.subjectId }));
    const state = invitation.stateAt(this.clock.now());
    return { invitation, state: state === 'open' && link.revokedAt ? 'replaced' : state };
  }

  /**
   * Once: of two at the same moment the second finds it used.
   * @throws NotFound `link-not-found`; Invalid `password-too-short`, `password-guessed`;
   * Conflict `link-over`, `invitation-accepted`, `invitation-withdrawn`, `invitation-expired`, `email-taken`.
   */
  async accept({ token, name, password }: { token: string; name: string; password: string }): Promise<OpenedSession> {
    const { invitation: seen, state } = await this.look(token);
    if (state !== 'open' && state !== 'replaced') throw invitationIsOver(state);
    assertChosenWell(passwordStrength(password, [name, seen.email]));
    const passwordHash = await hashPassword(password);
    return this.database.transaction(installation, async (tx) => {
      const { subjectId } = await this.links.use(tx, token, 'invitation');
      const invitation = await tx.findOneOrFail(Invitation, { where: { id: subjectId }, lock: { mode: 'pessimistic_write' } });
      const now = invitation.stateAt(this.clock.now());
      if (now !== 'open') throw invitationIsOver(now);
      const { organisationId, email, role } = invitation;
      const account = await this.accounts.add(tx, { organisationId, name, email, role, passwordHash });
      await tx.update(Invitation, { id: subjectId }, { acceptedAt: this.clock.now() });
      await this.audit.record(tx, { action: 'invitation.accepted', subject: { kind: 'invitation', id: subjectId }, organisationId, details: { account: account.id } });
      return this.sessions.open(tx, { ...account, passwordHash });
    });
  }
}
