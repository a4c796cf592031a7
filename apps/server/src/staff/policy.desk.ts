import { Injectable } from '@nestjs/common';
import type { DutyContact, VersionedPolicy } from '@dragoman/contracts';
import { inField, Invalid, telephone } from '@dragoman/kernel';
import { Languages } from '@dragoman/languages';
import { Organisations } from '@dragoman/organisations';
import { Database, type StaffActor } from '@dragoman/platform';

/** Policy names a language, which organisations know nothing of. */
@Injectable()
export class PolicyDesk {
  constructor(
    private readonly database: Database,
    private readonly organisations: Organisations,
    private readonly languages: Languages,
  ) {}

  async show(actor: StaffActor): Promise<VersionedPolicy> {
    const { policy, policyVersion } = await this.database.read(actor, (tx) => this.organisations.get(tx, actor.organisationId));
    return { version: policyVersion, policy };
  }

  /** @throws Invalid `clinic-language-not-bookable`, `not-a-phone-number`; NotFound `unknown-variety`; Conflict `policy-changed` */
  async change(actor: StaffActor, { version, policy }: VersionedPolicy): Promise<VersionedPolicy> {
    inField('policy.clinicLanguage', () => this.assertBookable(policy.clinicLanguage));
    const contacts = policy.alerts.contacts.map(reachable);
    const changed = await this.organisations.changePolicy(actor, { ...policy, alerts: { ...policy.alerts, contacts } }, version);
    return { version: changed.policyVersion, policy: changed.policy };
  }

  private assertBookable(varietyId: string): void {
    const { bookable, nameEn } = this.languages.variety(varietyId);
    if (!bookable) throw new Invalid('clinic-language-not-bookable', `“${nameEn}” is not one language: choose which one your clinicians speak.`);
  }
}

const reachable = (contact: DutyContact, at: number): DutyContact => ({
  ...contact,
  telephone: contact.telephone && inField(`policy.alerts.contacts.${at}.telephone`, () => telephone(contact.telephone ?? '').number),
});
