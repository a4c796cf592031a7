import { Conflict, NotFound, plainName } from '@dragoman/kernel';
import type { Registry } from './registry';
import type { Variety } from './variety';

const MOST_NEAR_NAMES = 4;
const LEAST_LIKENESS = 0.3;

const withoutBrackets = (name: string): string => name.replace(/\s*\([^)]*\)/g, '');

/** Names in brackets stay out: “Uzbek (Uzbekistan)” is not to be found as a country. */
export const namesOf = ({ nameEn, otherNames, autonym }: Variety): string[] =>
  [nameEn, withoutBrackets(nameEn), ...withoutBrackets(nameEn).split(' / '), ...otherNames, autonym ?? ''].filter(Boolean);

export interface SearchableName {
  readonly kind: 'id' | 'english' | 'autonym' | 'other';
  readonly name: string;
}

/** Everything that somebody may type for it, as it is written. */
export const searchableNames = (variety: Variety): SearchableName[] => {
  const names: SearchableName[] = [
    { kind: 'id', name: variety.id },
    { kind: 'english', name: variety.nameEn },
    ...(variety.autonym ? [{ kind: 'autonym', name: variety.autonym } as const] : []),
    ...[...namesOf(variety), ...looseNamesOf(variety)].map((name) => ({ kind: 'other', name }) as const),
  ];
  const firsts = new Map(names.toReversed().map((one) => [plainName(one.name), one]));
  return [...firsts.values()].toReversed();
};

/** “ISL (Indian)” is not found as ISL, but keeps ISL from being taken for the Irish one. */
const looseNamesOf = ({ otherNames }: Variety): string[] => otherNames.map(withoutBrackets);

const trigrams = (text: string): Set<string> => {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
};

/** Between 0 and 1, as pg_trgm counts it: shared trigrams over all trigrams. */
const likeness = (one: string, other: string): number => {
  const [ones, others] = [trigrams(one), trigrams(other)];
  const shared = [...ones].filter((trigram) => others.has(trigram)).length;
  return shared / (ones.size + others.size - shared);
};

const nearNames = ({ facts }: Registry, wanted: string): Variety[] =>
  facts.varieties
    .map((variety) => ({ variety, score: Math.max(...namesOf(variety).map((name) => likeness(plainName(name), wanted))) }))
    .filter(({ score }) => score >= LEAST_LIKENESS)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST_NEAR_NAMES)
    .map(({ variety }) => variety);

export const listed = (varieties: readonly Variety[]): string => varieties.map(({ nameEn, id }) => `${nameEn} [${id}]`).join(', ');

/** A name that a group shares with its members means the group: then a question is asked instead of a guess made. */
const headOf = (registry: Registry, varieties: readonly Variety[]): Variety | undefined =>
  varieties.find(({ id }) => varieties.every((other) => other.id === id || registry.isAncestor(id, other.id)));

const named = ({ facts: { varieties } }: Registry, wanted: string): Variety[] => {
  const called = (names: (variety: Variety) => string[]): Variety[] =>
    varieties.filter((variety) => names(variety).some((name) => plainName(name) === wanted));
  const fully = called(({ nameEn }) => [nameEn]);
  if (fully.length > 0) return fully;
  const strictly = called(namesOf);
  const loosely = called(looseNamesOf);
  return strictly.length > 0 || loosely.length > 1 ? [...strictly, ...loosely] : [];
};

/** Whether this is a name of it, strictly or loosely: a code beside the name says which one of several is meant. */
export const isCalled = (variety: Variety, name: string): boolean => {
  const wanted = plainName(name);
  return wanted !== '' && [...namesOf(variety), ...looseNamesOf(variety)].some((one) => plainName(one) === wanted);
};

/** What a name may stand for: one variety, a group for its members, several, or none. */
export const candidatesFor = (registry: Registry, name: string): readonly Variety[] => {
  const wanted = plainName(name);
  const candidates = wanted ? named(registry, wanted) : [];
  const head = headOf(registry, candidates);
  return head ? [head] : candidates;
};

/**
 * Finds the variety that an id, an ISO 639-3 code, a retired id, an English name or an autonym stands for.
 * What is written exactly as an id is that id; a name shared by a group and its members means the group.
 * @throws Conflict `ambiguous-language` if it may be several; NotFound `unknown-language` with near names
 */
export const resolveName = (registry: Registry, text: string): Variety => {
  const asked = text.trim();
  const byId = registry.find(asked);
  if (byId) return byId;
  const sameLetters = registry.find(asked.toLowerCase()) ?? registry.renamed(asked);
  const wanted = plainName(asked);
  const found = new Set([...(sameLetters ? [sameLetters] : []), ...(wanted ? named(registry, wanted) : [])]);
  const candidates = [...found];
  const [only] = candidates;
  if (only && candidates.length === 1) return only;
  const head = headOf(registry, candidates);
  if (head) return head;
  if (only)
    throw new Conflict('ambiguous-language', `“${asked}” may be several languages: ${listed(candidates)}. Say which.`, {
      ids: candidates.map(({ id }) => id),
    });
  const near = nearNames(registry, wanted);
  throw new NotFound(
    'unknown-language',
    near.length > 0
      ? `No language is called “${asked}”. Near names: ${listed(near)}.`
      : `No language is called “${asked}”, and no name is near to it.`,
    { near: near.map(({ id }) => id) },
  );
};
