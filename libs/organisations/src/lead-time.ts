import { z } from 'zod';

const MINUTE_MS = 60_000;
const MOST_RULES = 6;

/** A rule that holds where an appointment is at least so many hours away; the one from 0 hours holds for all that are nearer. */
export interface LeadRule {
  leadHours: number;
}

const leadHours = z.int().min(0).max(24 * 365);

/** Nearest first, each lead once, the first from 0. */
export const byLead = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .array(z.object({ leadHours, ...shape }))
    .min(1)
    .max(MOST_RULES)
    .refine((rules) => rules.some((rule) => (rule as LeadRule).leadHours === 0), 'One of them holds from 0 hours.')
    .refine((rules) => new Set(rules.map((rule) => (rule as LeadRule).leadHours)).size === rules.length, 'Each number of hours is there once.')
    .transform((rules) => [...rules].sort((a, b) => (a as LeadRule).leadHours - (b as LeadRule).leadHours));

/** The rule of the longest lead that is reached now, to the minute and inclusive. @throws Error where none holds from 0 hours. */
export const atLead = <Rule extends LeadRule>(rules: readonly Rule[], { now, startsAt }: { now: Date; startsAt: Date }): Rule => {
  const minutes = Math.max(0, (startsAt.getTime() - now.getTime()) / MINUTE_MS);
  const reached = rules.filter((rule) => rule.leadHours * 60 <= minutes);
  return reached.reduce((longest, rule) => (rule.leadHours > longest.leadHours ? rule : longest));
};
