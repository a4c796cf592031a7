import type { OrganisationPolicy } from './organisation.policy';

type Leaf = string | number | boolean | null;

const leavesOf = (value: unknown, path: string): [string, Leaf][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`))
    : [[path, value as Leaf]];

/** What differs, for the audit trail: `matching.weights.cost: 8 → 20`. Rules, times and numbers; never a text that a person wrote. */
export const policyChanges = (before: OrganisationPolicy, after: OrganisationPolicy): string[] => {
  const [earlier, later] = [new Map(leavesOf(before, '')), new Map(leavesOf(after, ''))];
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((path) => {
    const [was, is] = [earlier.get(path) ?? null, later.get(path) ?? null];
    return was === is ? [] : [`${path}: ${was ?? 'none'} → ${is ?? 'none'}`];
  });
};
