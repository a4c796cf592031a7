import { Injectable } from '@nestjs/common';
import { Joining, Passwords } from '@dragoman/access';
import type { Joining as JoiningView, PasswordLink } from '@dragoman/contracts';
import { Organisations } from '@dragoman/organisations';
import { Database } from '@dragoman/platform';

const installation = { kind: 'installation', by: 'joining' } as const;

/** What a link to get in is for, and whose organisation it leads to. */
@Injectable()
export class JoiningDesk {
  constructor(
    private readonly database: Database,
    private readonly joining: Joining,
    private readonly passwords: Passwords,
    private readonly organisations: Organisations,
  ) {}

  /** @throws NotFound `link-not-found`. */
  async look(token: string): Promise<JoiningView> {
    const { invitation, state } = await this.joining.look(token);
    const { name, email, role } = invitation;
    return { state, organisation: await this.organisation(invitation.organisationId), name, email, role };
  }

  /** @throws NotFound `link-not-found`. */
  async lookAtPassword(token: string): Promise<PasswordLink> {
    const { organisationId, account } = await this.passwords.look(token);
    return { organisation: await this.organisation(organisationId), person: account && { name: account.name, email: account.email } };
  }

  private async organisation(id: string): Promise<string> {
    return (await this.database.read(installation, (tx) => this.organisations.get(tx, id))).name;
  }
}
