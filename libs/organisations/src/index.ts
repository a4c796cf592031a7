export { Organisation } from './organisation.entity';
export { organisationPolicy } from './organisation.policy';
export type { DraftPolicy, OrganisationPolicy, OrganisationPolicyInput } from './organisation.policy';
export { OrganisationsModule } from './organisations.module';
export { Organisations } from './organisations.service';
export type { NewOrganisation, NewSite } from './organisations.service';
export { Site } from './site.entity';
export { spendingRules } from './spending.queries';
export type { SpendingRule } from './spending.queries';
