import type { OrganisationPolicy } from './organisation.policy';

type Leaf = string | number | boolean | null;

const leavesOf = (value: unknown, path: string): [string, Leaf][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`))
    : [[path, value as Leaf]];

/** What differs, for the audit trail: `matching.weights.cost: 8 → 20`. Rules, times and numbers; never a text that a person wrote. */
export const policyChanges = (before: OrganisationPolicy, after: OrganisationPolicy): string[] => {
  const earlier = new Map(leavesOf(before, ''));
  return leavesOf(after, '').flatMap(([path, value]) => (earlier.get(path) === value ? [] : [`${path}: ${earlier.get(path) ?? 'none'} → ${value ?? 'none'}`]));
};
