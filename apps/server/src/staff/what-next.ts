import { Injectable } from '@nestjs/common';
import { fillingOf, type FillingRow } from '@dragoman/bookings';
import type { WhatNext } from '@dragoman/contracts';
import type { ReadTx } from '@dragoman/platform';
import { type SearchStep, searchStepsOf } from '@dragoman/searches';

export interface Filling extends FillingRow {
  next: WhatNext;
}

type Known = Pick<FillingRow, 'askedIds' | 'nextExpiry'> & { search: Pick<SearchStep, 'state' | 'nextAt'> | undefined };

/** Without an answer an offer ends by itself, and a search that runs asks more people. */
const steps = ({ askedIds, nextExpiry, search }: Known): { words: string; at: Date }[] => [
  ...(search?.state === 'running' && search.nextAt ? [{ words: 'Asks more people', at: search.nextAt }] : []),
  ...(nextExpiry ? [{ words: askedIds.length === 1 ? 'Answer due' : 'First answer due', at: nextExpiry }] : []),
];

/** Where nothing is due, nothing happens until a person does something. */
const still = ({ askedIds, search }: Known): string => {
  if (search?.state === 'paused') return 'Search paused';
  if (search?.state === 'nobody-left' && askedIds.length === 0) return 'Nobody is left to ask';
  return search?.state === 'running' ? 'Looks for people' : 'Nobody is asked';
};

/** What comes first of all that happens by itself. */
export const nextOf = (known: Known): WhatNext => {
  const [first] = steps(known).sort((a, b) => a.at.getTime() - b.at.getTime());
  return first ? { words: first.words, at: first.at.toISOString() } : { words: still(known), at: null };
};

/** How far each unfilled booking is, and what happens next by itself; one place for the board and for Today. */
@Injectable()
export class Fillings {
  async of(tx: ReadTx, bookingIds: readonly string[]): Promise<ReadonlyMap<string, Filling>> {
    const rows = await fillingOf(tx, bookingIds);
    const searches = await searchStepsOf(tx, bookingIds);
    return new Map([...rows].map(([id, row]) => [id, { ...row, next: nextOf({ ...row, search: searches.get(id) }) }]));
  }
}
