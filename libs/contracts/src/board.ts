import { z } from 'zod';
import { id, instant, localDate, searchText } from './shared';
import { appointmentRow, whatNext } from './today';

export const boardQuery = z.object({
  /** A day at the organisation; left out: today. A week begins on its Monday. */
  date: localDate.optional(),
  span: z.enum(['day', 'week']).default('day'),
  /** Of interpreters: names or languages. */
  search: searchText.optional(),
  /** A variety on either side. */
  language: z.string().max(40).optional(),
  after: z.string().max(1000).optional(),
});
export type BoardQuery = z.infer<typeof boardQuery>;

export const judgementQuery = boardQuery.extend({ bookingId: id });
export type JudgementQuery = z.infer<typeof judgementQuery>;

const span = z.object({ startsAt: instant, endsAt: instant });

export const boardJob = appointmentRow.extend({
  site: z.string(),
  room: z.string().nullable(),
  varietyId: z.string(),
  requiredGender: z.string().nullable(),
  /** Booked with one interpreter and not begun: somebody else may take it instead. */
  maySwap: z.boolean(),
});
export type BoardJob = z.infer<typeof boardJob>;

/** A job for which somebody is still looked for. */
export const boardOpening = boardJob.extend({
  /** Two interpreters through a third language: asked for on the booking's own page. */
  isRelay: z.boolean(),
  /** It has begun, and nobody was found. */
  isOver: z.boolean(),
  /** Asked, and still thinking. */
  asked: z.array(id),
  next: whatNext,
});
export type BoardOpening = z.infer<typeof boardOpening>;

export const boardRow = z.object({
  interpreterId: id,
  displayName: z.string(),
  languages: z.array(z.string()),
  /** Of this organisation, soonest first. */
  jobs: z.array(boardJob),
  /** Taken by others, to the half hour: neither whose it is, nor where, nor whether it is the way. */
  busy: z.array(span),
  /** Between two jobs of this organisation, up to the start of the second. */
  journeys: z.array(span.extend({ minutes: z.int().nullable(), isTooShort: z.boolean() })),
  /** Hours of work; outside of them nobody is asked. */
  working: z.array(span),
});
export type BoardRow = z.infer<typeof boardRow>;

export const board = z.object({
  now: instant,
  zone: z.string(),
  /** The first day. */
  date: localDate,
  span: z.enum(['day', 'week']),
  unassigned: z.array(boardOpening),
  rows: z.array(boardRow),
  next: z.string().nullable(),
});
export type Board = z.infer<typeof board>;

export const verdict = z.enum(['best', 'possible', 'conflict', 'ruled-out']);
export type Verdict = z.infer<typeof verdict>;

/** What stands for or against one row. */
export const boardJudgement = z.object({
  interpreterId: id,
  verdict,
  /** `20 min away`, `18 min short`; null: the word for the verdict is enough. */
  short: z.string().nullable(),
  sentence: z.string(),
});
export type BoardJudgement = z.infer<typeof boardJudgement>;

/** The same rows as the board's with the same query. */
export const boardJudgements = z.object({
  /** Of everybody who is not booked for it, whether or not their row is among these. */
  best: z.object({ interpreterId: id, displayName: z.string() }).nullable(),
  rows: z.array(boardJudgement),
});
export type BoardJudgements = z.infer<typeof boardJudgements>;
