import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { newId } from '@dragoman/kernel';
import { Database, Events, LiveHints, type StaffActor } from '@dragoman/platform';
import { notOneself, personChanged } from './access.errors';
import { personDetailsChanged } from './access.events';
import { Account, type PersonDetails } from './account.entity';
import { Links } from './links.service';
import { heldForDecision } from './membership.queries';
import { Sessions } from './sessions.service';

/** What colleagues are called, and what they sign in with. */
@Injectable()
export class ColleagueDetails {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly liveHints: LiveHints,
    private readonly links: Links,
    private readonly sessions: Sessions,
    private readonly events: Events,
  ) {}

  /**
   * Both addresses are told. Another address ends their sessions and whatever link to a new password is on its way to the one before:
   * whoever reads that mailbox may not be them any more. They sign in with the same password.
   * @param seen what the actor saw
   * @throws NotFound `person-not-found`; Conflict `not-oneself`, `person-changed`, `email-taken`; Forbidden `not-allowed`.
   */
  change(actor: StaffActor, accountId: string, to: PersonDetails, seen: PersonDetails): Promise<void> {
    if (actor.accountId === accountId) return Promise.reject(notOneself());
    return this.database.transaction(actor, async (tx) => {
      const { person } = await heldForDecision(tx, actor, accountId);
      const { id, organisationId } = person;
      const [was, is] = [detailsOf(person), { name: to.name, email: to.email.trim() }];
      if (!isSame(was, seen)) throw personChanged();
      if (isSame(was, is)) return;
      await tx.update(Account, { id }, is);
      if (!isSameAddress(was, is)) {
        await this.links.revoke(tx, { purpose: 'password', subjectId: id });
        await this.sessions.endAll(tx, person);
      }
      const changed = [...(was.name === is.name ? [] : ['name']), ...(was.email === is.email ? [] : ['email'])];
      await this.audit.record(tx, { action: 'account.details-changed', subject: { kind: 'account', id }, details: { changed } });
      this.liveHints.publish(tx, { organisationId, topic: 'person', id });
      this.events.publish(tx, personDetailsChanged({ organisationId, accountId: id, changedBy: actor.accountId, noteId: newId(), farewellId: newId(), was, is }));
    });
  }
}

const detailsOf = ({ name, email }: Account): PersonDetails => ({ name, email });
const isSame = (one: PersonDetails, other: PersonDetails): boolean => one.name === other.name && one.email === other.email;
/** Capitals open no other mailbox, and sign in to no other account. */
const isSameAddress = (one: PersonDetails, other: PersonDetails): boolean => one.email.toLowerCase() === other.email.toLowerCase();
