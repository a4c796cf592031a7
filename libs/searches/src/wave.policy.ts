import { plusMinutes } from '@dragoman/kernel';
import { atLead, type FillingWay, type OrganisationPolicy } from '@dragoman/organisations';

export type SearchWay = Exclude<FillingWay, 'by-hand'>;
export type FillingRules = Pick<OrganisationPolicy['filling'], 'waveSize' | 'waits' | 'mostAsked'>;

/** Where a search stands, as far as that decides what comes next. */
export interface Standing {
  startsAt: Date;
  /** When the next are asked whatever the others do; null: nobody was asked yet. */
  nextAt: Date | null;
  /** Of those it waits for, who have not answered. */
  awaited: number;
}

/** What to do now: nothing before the time, look for people, or nothing any more because the appointment begins. */
export const whatNow = ({ startsAt, nextAt, awaited }: Standing, now: Date): 'wait' | 'look' | 'too-late' => {
  if (now >= startsAt) return 'too-late';
  if (nextAt === null || now >= nextAt || awaited === 0) return 'look';
  return 'wait';
};

export interface Someone {
  interpreterId: string;
  /** Works for the organisation, which may book them without asking. */
  isInHouse: boolean;
}

/** Whom a search knows, and what has become of them. */
export interface Field {
  way: SearchWay;
  /** The interpreter has to answer a question before anybody may book them. */
  asksConflict: boolean;
  openSlots: number;
  /** No hard rule speaks against them; best first. */
  possible: readonly Someone[];
  /** In this search. */
  asked: readonly string[];
  /** Of all who were ever asked, how many have not answered. */
  open: number;
  /** Said no, or were booked and are not any more. */
  refused: readonly string[];
}

export type Step =
  /** In this order until `most` are asked for each open slot, or `inAll` together; the next are asked at `until`. */
  | { kind: 'ask'; among: string[]; most: number; inAll: number; until: Date }
  /** The first of these who can, without asking. */
  | { kind: 'book'; among: string[] }
  /** Nobody new; those who have not answered still may. */
  | { kind: 'wait'; until: Date }
  | { kind: 'nobody-left'; why: 'nobody-possible' | 'most-asked' };

/** When the next wave is due after one that begins now. */
export const waitUntil = (rules: Pick<FillingRules, 'waits'>, { now, startsAt }: { now: Date; startsAt: Date }): Date => {
  const until = plusMinutes(now, atLead(rules.waits, { now, startsAt }).minutes);
  return until < startsAt ? until : startsAt;
};

/**
 * Who is asked next. Nobody is asked twice in one search, nobody who said no, nobody after the start; one's own come first where the
 * organisation fills with them, and are booked unless they have to be asked something.
 */
export const nextStep = (field: Field, rules: FillingRules, { now, startsAt }: { now: Date; startsAt: Date }): Step => {
  const out = new Set([...field.asked, ...field.refused]);
  const left = field.possible.filter(({ interpreterId }, n, all) => !out.has(interpreterId) && all.findIndex((one) => one.interpreterId === interpreterId) === n);
  const own = field.way === 'in-house' ? left.filter(({ isInHouse }) => isInHouse) : [];
  const idsOf = (people: readonly Someone[]): string[] => people.map(({ interpreterId }) => interpreterId);
  if (own.length > 0 && !field.asksConflict) return { kind: 'book', among: idsOf(own) };

  const inAll = Math.max(0, rules.mostAsked - field.asked.length);
  const most = field.way === 'broadcast' ? inAll : Math.min(rules.waveSize, inAll);
  const until = waitUntil(rules, { now, startsAt });
  const order = own.length > 0 ? own : left;
  if (order.length > 0 && most > 0) return { kind: 'ask', among: idsOf(order), most, inAll, until };
  if (field.open > 0) return { kind: 'wait', until };
  return { kind: 'nobody-left', why: left.length > 0 ? 'most-asked' : 'nobody-possible' };
};
