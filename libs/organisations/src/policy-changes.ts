import type { OrganisationPolicy } from './organisation.policy';

type Leaf = string | number | boolean | null;

const leavesOf = (value: unknown, path: string): [string, Leaf][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`))
    : [[path, value as Leaf]];

/** People's names and numbers: that they changed is written down, and not how. */
const PEOPLE = 'alerts.contacts';

const peopleChanged = (before: OrganisationPolicy, after: OrganisationPolicy): string[] => {
  const [earlier, now] = [before.alerts.contacts, after.alerts.contacts];
  return JSON.stringify(earlier) === JSON.stringify(now) ? [] : [`${PEOPLE}: ${earlier.length} → ${now.length} people`];
};

/** What differs, for the audit trail: `matching.weights.cost: 8 → 20`. Rules, times and numbers; never a text that a person wrote. */
export const policyChanges = (before: OrganisationPolicy, after: OrganisationPolicy): string[] => {
  const [earlier, later] = [new Map(leavesOf(before, '')), new Map(leavesOf(after, ''))];
  const changes = [...new Set([...later.keys(), ...earlier.keys()])].flatMap((path) => {
    const [was, is] = [earlier.get(path) ?? null, later.get(path) ?? null];
    return path.startsWith(PEOPLE) || was === is ? [] : [`${path}: ${was ?? 'none'} → ${is ?? 'none'}`];
  });
  return [...changes, ...peopleChanged(before, after)];
};
