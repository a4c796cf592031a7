import { z } from 'zod';
import { instant } from './shared';

export const rung = z.enum(['video', 'phone', 'relay', 'rebook']);
export type Rung = z.infer<typeof rung>;

const order = rung.options;

/** What is tried when nobody accepts, each nearer to the start than the one before. */
export const ladderRules = z.object({
  isOn: z.boolean(),
  steps: z
    .array(z.object({ to: rung, hoursBefore: z.int('Write whole hours.').min(1, 'At least 1 hour.').max(336, 'At most 336 hours, which is two weeks.') }))
    .max(order.length)
    .refine((steps) => steps.every(({ to }, n) => n === 0 || order.indexOf(to) > order.indexOf(steps[n - 1]?.to ?? to)), 'Each way once, in this order.')
    .refine((steps) => steps.every(({ hoursBefore }, n) => n === 0 || hoursBefore < (steps[n - 1]?.hoursBefore ?? 0)), 'Each has to be nearer to the start than the one before it.'),
  restMinutes: z.int('Write whole minutes.').min(5, 'At least 5 minutes.').max(1440, 'At most 1,440 minutes, which is a day.'),
});

/** What is tried for one booking, what was, and whether somebody holds it back. */
export const ladderView = z.object({
  /** Whether the organisation has one. */
  isOn: z.boolean(),
  /** Whether somebody is wanted for it still. */
  isAsking: z.boolean(),
  /** Of the site. */
  zone: z.string(),
  stopped: z.object({ by: z.string(), at: instant }).nullable(),
  tried: z.array(z.object({ to: rung, outcome: z.enum(['taken', 'nobody']), at: instant })),
  planned: z.array(z.object({ to: rung, at: instant, skipped: z.enum(['already', 'signed', 'team']).nullable() })),
});
export type LadderView = z.infer<typeof ladderView>;
