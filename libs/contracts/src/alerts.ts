import { z } from 'zod';
import { id, instant } from './shared';

export const alertKind = z.enum([
  'unfilled',
  'nobody-left',
  'given-back',
  'still-coming-silent',
  'interpreter-absent',
  'interpreter-late',
  'next-job-at-risk',
  'agency-silent',
  'ladder-ended',
  'rebook',
  'concern',
]);

/** Something that somebody of the organisation has to see to now. */
export const alertView = z.object({
  id,
  kind: alertKind,
  state: z.enum(['open', 'acknowledged', 'settled']),
  /** What happened. */
  sentence: z.string(),
  booking: z.object({ id, reference: z.string(), startsAt: instant, zone: z.string(), language: z.string(), site: z.string() }),
  raisedAt: instant,
  dueAt: instant,
  /** How often the contacts were written to. */
  notices: z.int(),
  acknowledged: z.object({ by: z.string(), at: instant, isByLink: z.boolean() }).nullable(),
  settled: z.object({ at: instant, because: z.enum(['filled', 'cancelled', 'changed', 'overtaken', 'over', 'resolved']) }).nullable(),
});
export type AlertView = z.infer<typeof alertView>;

export const alertList = z.object({
  /** What nobody has settled, open ones first, most urgent first. */
  items: z.array(alertView),
  /** Whether anybody is named whom they are sent to. */
  hasContacts: z.boolean(),
});
export type AlertList = z.infer<typeof alertList>;
