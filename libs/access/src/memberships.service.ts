import { Injectable } from '@nestjs/common';
import { Audit, type AuditDetails } from '@dragoman/audit';
import { Clock } from '@dragoman/kernel';
import { Database, LiveHints, type StaffActor, type StaffRole, type Tx } from '@dragoman/platform';
import { lastAdministrator, notOneself, personChanged } from './access.errors';
import { Account } from './account.entity';
import { heldForDecision } from './membership.queries';
import { Links } from './links.service';
import { Sessions } from './sessions.service';

/** Who may do what in an organisation, and who no longer works there. Nobody decides about themselves, and one administrator stays. */
@Injectable()
export class Memberships {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly liveHints: LiveHints,
    private readonly clock: Clock,
    private readonly links: Links,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Holds at their next request.
   * @param roles `from`: the one that the actor saw
   * @throws NotFound `person-not-found`; Conflict `not-oneself`, `last-administrator`, `person-changed`; Forbidden `not-allowed`.
   */
  changeRole(actor: StaffActor, accountId: string, { from, to }: { from: StaffRole; to: StaffRole }): Promise<void> {
    return this.decide(actor, accountId, async (tx, person, administrators) => {
      if (person.role === to) return;
      if (person.role !== from) throw personChanged();
      assertOneStays(person, administrators);
      await tx.update(Account, { id: person.id }, { role: to });
      await this.note(tx, person, 'account.role-changed', { from, to });
    });
  }

  /**
   * Ends their sessions at once; doing it twice is no error.
   * @throws NotFound `person-not-found`; Conflict `not-oneself`, `last-administrator`; Forbidden `not-allowed`.
   */
  deactivate(actor: StaffActor, accountId: string): Promise<void> {
    return this.decide(actor, accountId, async (tx, person, administrators) => {
      if (person.deactivatedAt) return;
      assertOneStays(person, administrators);
      await tx.update(Account, { id: person.id }, { deactivatedAt: this.clock.now() });
      await this.links.revoke(tx, { purpose: 'password', subjectId: person.id });
      await this.sessions.endAll(tx, person);
      await this.note(tx, person, 'account.deactivated');
    });
  }

  /** They sign in as before; doing it twice is no error. @throws as `deactivate`. */
  reactivate(actor: StaffActor, accountId: string): Promise<void> {
    return this.decide(actor, accountId, async (tx, person) => {
      if (!person.deactivatedAt) return;
      await tx.update(Account, { id: person.id }, { deactivatedAt: null });
      await this.note(tx, person, 'account.reactivated');
    });
  }

  private decide(
    actor: StaffActor,
    accountId: string,
    act: (tx: Tx, person: Account, administrators: readonly Account[]) => Promise<void>,
  ): Promise<void> {
    if (actor.accountId === accountId) return Promise.reject(notOneself());
    return this.database.transaction(actor, async (tx) => {
      const { person, administrators } = await heldForDecision(tx, actor, accountId);
      await act(tx, person, administrators);
    });
  }

  private async note(tx: Tx, { id, organisationId }: Account, action: string, details: AuditDetails = {}): Promise<void> {
    await this.audit.record(tx, { action, subject: { kind: 'account', id }, details });
    this.liveHints.publish(tx, { organisationId, topic: 'person', id });
  }
}

const assertOneStays = (person: Account, administrators: readonly Account[]): void => {
  if (administrators.every(({ id }) => id === person.id)) throw lastAdministrator();
};
