import { Inject, Injectable } from '@nestjs/common';
import { Account, Invitation, Links } from '@dragoman/access';
import { Clock, plusMinutes } from '@dragoman/kernel';
import { Messages } from '@dragoman/messaging';
import { Organisations } from '@dragoman/organisations';
import { Database, type StaffRole, type Tx } from '@dragoman/platform';
import { composeAccountMail } from '@dragoman/words';
import { IsNull } from 'typeorm';
import { PEOPLE_OPTIONS, type PeopleOptions } from './people.options';
import { INVITATION, PASSWORD_LINK } from './people.queries';

const job = (name: string) => ({ kind: 'job', job: name }) as const;
const PASSWORD_MINUTES = 60;

const roleNames: Readonly<Record<StaffRole, string>> = { receptionist: 'receptionist', coordinator: 'coordinator', administrator: 'administrator' };

interface Sending {
  invitationId: string;
  /** Counts from 1. */
  sending: number;
}

interface Asked {
  organisationId: string;
  accountId: string;
  requestId: string;
  by: 'self' | 'administrator';
}

/** Writes to the organisation's own people how they get in. The link is made with the mail and stands nowhere else; every handler bears repeating. */
@Injectable()
export class WriteToPeople {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
    private readonly messages: Messages,
    private readonly links: Links,
    @Inject(PEOPLE_OPTIONS) private readonly options: PeopleOptions,
  ) {}

  async invite({ invitationId, sending }: Sending): Promise<void> {
    await this.database.transaction(job('write-invitation'), async (tx) => {
      const invitation = await tx.findOneBy(Invitation, { id: invitationId });
      if (!invitation || invitation.sent !== sending || invitation.stateAt(this.clock.now()) !== 'open') return;
      const { organisationId, expiresAt, name, role } = invitation;
      const inviter = await tx.findOneBy(Account, { id: invitation.invitedBy });
      const link = await this.link(tx, { purpose: 'invitation', organisationId, subjectId: invitationId, expiresAt });
      await this.messages.withdraw(tx, [invitationId]);
      await this.messages.queue(tx, {
        organisationId,
        intentId: invitationId,
        attempt: sending,
        bookingId: null,
        recipient: { kind: 'staff', id: invitationId, name },
        kind: INVITATION,
        channel: 'email',
        address: invitation.email,
        sendBefore: expiresAt,
        text: composeAccountMail({
          kind: 'invitation', link, expiresAt, name, roleName: roleNames[role], inviterName: inviter?.name ?? null, ...(await this.clinic(tx, organisationId)),
        }),
      });
    });
  }

  takeBack(invitationId: string): Promise<void> {
    return this.database.transaction(job('take-back-invitation'), (tx) => this.messages.withdraw(tx, [invitationId]));
  }

  async sendLink({ organisationId, accountId, requestId, by }: Asked): Promise<void> {
    await this.database.transaction(job('write-password-link'), async (tx) => {
      const account = await tx.findOneBy(Account, { id: accountId, deactivatedAt: IsNull() });
      if (!account) return;
      const { name, email } = account;
      const expiresAt = plusMinutes(this.clock.now(), PASSWORD_MINUTES);
      const link = await this.link(tx, { purpose: 'password', organisationId, subjectId: accountId, expiresAt });
      await this.messages.queue(tx, {
        organisationId,
        intentId: requestId,
        attempt: 1,
        bookingId: null,
        recipient: { kind: 'staff', id: accountId, name },
        kind: PASSWORD_LINK,
        channel: 'email',
        address: email,
        sendBefore: expiresAt,
        text: composeAccountMail({ kind: 'password', link, expiresAt, name, by, ...(await this.clinic(tx, organisationId)) }),
      });
    });
  }

  private async link(
    tx: Tx,
    link: { purpose: 'invitation' | 'password'; organisationId: string; subjectId: string; expiresAt: Date },
  ): Promise<string> {
    const folder = link.purpose === 'invitation' ? 'join' : 'password';
    return `${this.options.publicUrl()}/${folder}/${await this.links.issue(tx, link)}`;
  }

  private async clinic(tx: Tx, organisationId: string): Promise<{ clinicName: string; zone: string }> {
    const { name: clinicName, zone } = await this.organisations.get(tx, organisationId);
    return { clinicName, zone };
  }
}
