import { Injectable } from '@nestjs/common';
import { firstStep, type FirstSteps, type OrganisationChange, type OrganisationDetails } from '@dragoman/contracts';
import { inField, telephone } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { firstStepsDone } from '@dragoman/people';
import { Database, type StaffActor } from '@dragoman/platform';

/** What an organisation says of itself, and how far it has got. */
@Injectable()
export class OrganisationDesk {
  constructor(
    private readonly database: Database,
    private readonly organisations: Organisations,
  ) {}

  async show(actor: StaffActor): Promise<OrganisationDetails> {
    const { name, zone, phone } = await this.database.read(actor, (tx) => this.organisations.get(tx, actor.organisationId));
    return { name, zone, phone };
  }

  /** @throws Invalid `not-a-phone-number`, `unknown-zone`; Conflict `organisation-changed`, `organisation-name-taken`. */
  async change(actor: StaffActor, { details, seen }: OrganisationChange): Promise<OrganisationDetails> {
    const { phone } = details;
    // Kept as it is typed, because it is printed so.
    if (phone !== null && phone !== seen.phone) inField('details.phone', () => telephone(phone));
    await this.organisations.changeDetails(actor, details, seen);
    return this.show(actor);
  }

  async firstSteps(actor: StaffActor): Promise<FirstSteps> {
    const done = await this.database.read(actor, (tx) => firstStepsDone(tx, actor.organisationId));
    return { done: firstStep.options.filter((step) => done[step]) };
  }
}
