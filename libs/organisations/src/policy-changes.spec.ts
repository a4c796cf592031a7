import { organisationPolicy } from './organisation.policy';
import { policyChanges } from './policy-changes';

const ruth = { name: 'Ruth Adeyemi', email: 'ruth@example.org', telephone: null };

it('writes down which rule changed, from what to what', () => {
  expect(policyChanges(organisationPolicy.parse({}), organisationPolicy.parse({ alerts: { unfilledHours: 72 } }))).toEqual(['alerts.unfilledHours: 48 → 72']);
});

it('writes down that the people on duty changed, and no name and no number of theirs', () => {
  const [none, one] = [organisationPolicy.parse({}), organisationPolicy.parse({ alerts: { contacts: [ruth] } })];
  expect(policyChanges(none, one)).toEqual(['alerts.contacts: 0 → 1 people']);
  expect(policyChanges(one, none)).toEqual(['alerts.contacts: 1 → 0 people']);
  expect(policyChanges(one, organisationPolicy.parse({ alerts: { contacts: [{ ...ruth, email: 'r@example.org' }] } }))).toEqual(['alerts.contacts: 1 → 1 people']);
  expect(policyChanges(one, one)).toEqual([]);
});
