import { Injectable } from '@nestjs/common';
import { agencyAnswersDue } from '@dragoman/agencies';
import { fillingOf, type FillingRow } from '@dragoman/bookings';
import type { WhatNext } from '@dragoman/contracts';
import { isoOf } from '@dragoman/kernel';
import { Ladders, type NextRung } from '@dragoman/ladders';
import type { ReadTx } from '@dragoman/platform';
import { type SearchStep, searchStepsOf } from '@dragoman/searches';

export interface Filling extends FillingRow {
  next: WhatNext;
  /** Until when an agency that was asked has to answer; undefined where none was. */
  agencyDue: Date | undefined;
}

type Known = Pick<FillingRow, 'askedIds' | 'nextExpiry'> & { search: Pick<SearchStep, 'state' | 'nextAt'> | undefined; rung: NextRung | undefined; agencyDue: Date | undefined };

/** Where nothing is due, nothing happens until a person does something. */
const still = ({ askedIds, search }: Known): string => {
  if (search?.state === 'paused') return 'Search paused';
  if (search?.state === 'nobody-left' && askedIds.length === 0) return 'Nobody is left to ask';
  return search?.state === 'running' ? 'Looks for people' : 'Nobody is asked';
};

const tries: Readonly<Record<NextRung['to'], string>> = {
  video: 'Tries video',
  phone: 'Tries the telephone',
  relay: 'Tries a relay',
  rebook: 'Asks for another day',
};

/** Where nobody looks for anybody until then, that is said first. */
const rungWords = (known: Known, { to }: NextRung): string =>
  known.askedIds.length > 0 || known.agencyDue || known.search?.state === 'running' ? tries[to] : `${still(known)}, ${tries[to].toLowerCase()}`;

/** Without an answer an offer ends by itself, a search that runs asks more people, and the ladder comes down by itself. */
const steps = (known: Known): { words: string; at: Date }[] => {
  const { askedIds, nextExpiry, search, rung, agencyDue } = known;
  return [
    ...(search?.state === 'running' && search.nextAt ? [{ words: 'Asks more people', at: search.nextAt }] : []),
    ...(nextExpiry ? [{ words: askedIds.length === 1 ? 'Answer due' : 'First answer due', at: nextExpiry }] : []),
    ...(agencyDue ? [{ words: 'Agency’s answer due', at: agencyDue }] : []),
    ...(rung ? [{ words: rungWords(known, rung), at: rung.at }] : []),
  ];
};

/** What comes first of all that happens by itself. */
export const nextOf = (known: Known): WhatNext => {
  const [first] = steps(known).sort((a, b) => a.at.getTime() - b.at.getTime());
  return first ? { words: first.words, at: isoOf(first.at) } : { words: still(known), at: null };
};

/** How far each unfilled booking is, and what happens next by itself; one place for the board and for Today. */
@Injectable()
export class Fillings {
  constructor(private readonly ladders: Ladders) {}

  async of(tx: ReadTx, bookingIds: readonly string[]): Promise<ReadonlyMap<string, Filling>> {
    const rows = await fillingOf(tx, bookingIds);
    const searches = await searchStepsOf(tx, bookingIds);
    const rungs = await this.ladders.nextOf(tx, bookingIds);
    const due = await agencyAnswersDue(tx, bookingIds);
    return new Map(
      [...rows].map(([id, row]) => {
        const known = { ...row, search: searches.get(id), rung: rungs.get(id), agencyDue: due.get(id) };
        return [id, { ...row, agencyDue: known.agencyDue, next: nextOf(known) }];
      }),
    );
  }
}
