import { Injectable } from '@nestjs/common';
import { type Account, Accounts, Invitations } from '@dragoman/access';
import type { Invitation, PeopleList } from '@dragoman/contracts';
import { Clock } from '@dragoman/kernel';
import { Messages } from '@dragoman/messaging';
import { accountMailTo } from '@dragoman/people';
import { Database, type ReadTx, type StaffActor } from '@dragoman/platform';
import { presentInvitation, presentPerson } from './person.presenter';

/** Who works here and who was invited to, and whether they can be written to. */
@Injectable()
export class PeopleDesk {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly invitations: Invitations,
    private readonly messages: Messages,
    private readonly clock: Clock,
  ) {}

  list(actor: StaffActor): Promise<PeopleList> {
    return this.database.read(actor, async (tx) => {
      const people = await this.accounts.everybody(tx);
      const invited = await this.invitations.pending(tx);
      const mail = await accountMailTo(tx, [...people, ...invited].map(({ id }) => id));
      const failing = await this.failing(tx, people);
      const names = new Map(people.map(({ id, name }) => [id, name]));
      return {
        people: people.map((account) => presentPerson(account, { mail, failing })),
        invitations: invited.map((invitation) => presentInvitation(invitation, { mail, names, now: this.clock.now() })),
      };
    });
  }

  /** One that was just sent. */
  sent(actor: StaffActor, id: string): Promise<Invitation> {
    return this.database.read(actor, async (tx) => {
      const invitation = await this.invitations.get(tx, id);
      const names = await this.accounts.names(tx, [invitation.invitedBy]);
      return presentInvitation(invitation, { mail: new Map(), names, now: this.clock.now() });
    });
  }

  /** Address → why nothing arrives there. */
  private async failing(tx: ReadTx, people: readonly Account[]): Promise<ReadonlyMap<string, string>> {
    const addresses = people.map(({ organisationId, email }) => ({ organisationId, channel: 'email' as const, address: email }));
    return new Map((await this.messages.silenced(tx, addresses)).map(({ address, reason }) => [address, reason]));
  }
}
