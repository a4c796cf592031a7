import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, newId } from '@dragoman/kernel';
import { Database, Events, LiveHints, type ReadTx, type StaffActor, type StaffRole, type Tx } from '@dragoman/platform';
import { IsNull } from 'typeorm';
import { invitationIsOver, unknownInvitation, workedHereBefore, worksHereAlready } from './access.errors';
import { invitationWithdrawn } from './access.events';
import { Account } from './account.entity';
import { Invitation } from './invitation.entity';
import { Links } from './links.service';

export interface NewInvitation {
  name: string;
  email: string;
  role: StaffRole;
}

/** Who was asked to make an account. Whether their address signs in elsewhere is nobody's business here; they find out themselves. */
@Injectable()
export class Invitations {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly liveHints: LiveHints,
    private readonly clock: Clock,
    private readonly links: Links,
  ) {}

  /** @returns its id. @throws Conflict `works-here-already`, `worked-here-before`, `invited-already`. */
  invite(actor: StaffActor, { name, email, role }: NewInvitation): Promise<string> {
    return this.database.transaction(actor, async (tx) => {
      const account = await tx.findOneBy(Account, { email: email.trim() });
      if (account) throw account.deactivatedAt ? workedHereBefore(account.name) : worksHereAlready();
      const now = this.clock.now();
      const invitation = Object.assign(new Invitation(), {
        id: newId(), organisationId: actor.organisationId, name, email: email.trim(), role, invitedBy: actor.accountId, sent: 0, createdAt: now,
        acceptedAt: null, withdrawnAt: null,
      });
      const sent = invitation.send(now);
      await tx.insert(Invitation, invitation);
      await this.note(tx, invitation, 'invitation.sent');
      this.events.publish(tx, sent);
      return invitation.id;
    });
  }

  /** With a new link, for seven days more; the one before ends. @throws NotFound `invitation-not-found`; Conflict `invitation-accepted`, `invitation-withdrawn`. */
  sendAgain(actor: StaffActor, id: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const invitation = await this.pendingOne(tx, id);
      await this.links.revoke(tx, { purpose: 'invitation', subjectId: id });
      const sent = invitation.send(this.clock.now());
      const { sent: times, sentAt, expiresAt } = invitation;
      await tx.update(Invitation, { id }, { sent: times, sentAt, expiresAt });
      await this.note(tx, invitation, 'invitation.sent');
      this.events.publish(tx, sent);
    });
  }

  /** Doing it twice is no error. @throws NotFound `invitation-not-found`; Conflict `invitation-accepted`. */
  withdraw(actor: StaffActor, id: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const invitation = await tx.findOne(Invitation, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!invitation) throw unknownInvitation();
      if (invitation.acceptedAt) throw invitationIsOver('accepted');
      if (invitation.withdrawnAt) return;
      await tx.update(Invitation, { id }, { withdrawnAt: this.clock.now() });
      await this.links.revoke(tx, { purpose: 'invitation', subjectId: id });
      this.events.publish(tx, invitationWithdrawn({ organisationId: invitation.organisationId, invitationId: id }));
      await this.note(tx, invitation, 'invitation.withdrawn');
    });
  }

  /** @throws NotFound `invitation-not-found`. */
  async get(tx: ReadTx, id: string): Promise<Invitation> {
    const invitation = await tx.findOneBy(Invitation, { id });
    if (!invitation) throw unknownInvitation();
    return invitation;
  }

  /** Those of the actor's organisation that were neither used nor taken back, by name. */
  pending(tx: ReadTx): Promise<Invitation[]> {
    return tx.find(Invitation, { where: { acceptedAt: IsNull(), withdrawnAt: IsNull() }, order: { name: 'ASC', id: 'ASC' } });
  }

  private async pendingOne(tx: Tx, id: string): Promise<Invitation> {
    const invitation = await tx.findOne(Invitation, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!invitation) throw unknownInvitation();
    if (invitation.acceptedAt) throw invitationIsOver('accepted');
    if (invitation.withdrawnAt) throw invitationIsOver('withdrawn');
    return invitation;
  }

  private async note(tx: Tx, { id, organisationId, role, sent }: Invitation, action: string): Promise<void> {
    await this.audit.record(tx, { action, subject: { kind: 'invitation', id }, details: { role, sent } });
    this.liveHints.publish(tx, { organisationId, topic: 'person', id });
  }
}
