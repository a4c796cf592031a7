import type { Variety } from '@dragoman/contracts';
import { plainName } from '@dragoman/kernel';

/** 0 begins the name, 1 begins a word of it, 2 begins another name, 3 is somewhere inside; `null` is not found. */
const rankOf = (variety: Variety, typed: string): number | null => {
  const name = plainName(variety.name);
  if (name.startsWith(typed)) return 0;
  if (name.split(' ').some((word) => word.startsWith(typed))) return 1;
  const others = [variety.autonym ?? '', ...variety.otherNames, variety.id].map(plainName);
  if (others.some((other) => other.startsWith(typed))) return 2;
  return [name, ...others].some((other) => other.includes(typed)) ? 3 : null;
};

/** The varieties that a typed word may mean, nearest first, each group in alphabetical order. */
export const closestFirst = (varieties: Variety[], typed: string): Variety[] => {
  const sought = plainName(typed);
  const byName = (a: Variety, b: Variety) => a.name.localeCompare(b.name, 'en');
  if (sought === '') return [...varieties].sort(byName);
  return varieties
    .flatMap((variety) => {
      const rank = rankOf(variety, sought);
      return rank === null ? [] : [{ variety, rank }];
    })
    .sort((a, b) => a.rank - b.rank || byName(a.variety, b.variety))
    .map(({ variety }) => variety);
};
