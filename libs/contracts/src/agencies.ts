import { z } from 'zod';
import { id, instant, line } from './shared';

/** An outside agency that bookings may be passed to. */
export const agency = z.object({
  id,
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  /** That they say they cover; none: they did not say. */
  varieties: z.array(z.object({ id: z.string(), name: z.string() })),
  active: z.boolean(),
  version: z.int(),
});
export type Agency = z.infer<typeof agency>;

export const newAgency = z.object({
  name: line(80),
  email: line(200),
  phone: line(40).nullable(),
  varietyIds: z.array(line(40)).max(300),
});
export type NewAgency = z.infer<typeof newAgency>;

/** `version` is the one that was read. */
export const agencyChange = newAgency.extend({ version: z.int() });
export type AgencyChange = z.infer<typeof agencyChange>;

export const agencyActivity = z.object({ active: z.boolean(), version: z.int() });
export type AgencyActivity = z.infer<typeof agencyActivity>;

/** A booking that was passed to an agency, and what came of it. */
export const agencyRequest = z.object({
  id,
  agency: z.object({ id, name: z.string(), phone: z.string().nullable() }),
  state: z.enum(['open', 'confirmed', 'declined', 'expired', 'closed', 'withdrawn', 'released']),
  /** Null: an account that is not shown any more. */
  askedBy: z.string().nullable(),
  askedAt: instant,
  expiresAt: instant,
  answeredAt: instant.nullable(),
  /** What the agency gave its word on, in the words that it ticked. */
  statement: z.object({ name: z.string(), phone: z.string(), credential: z.string(), says: z.array(z.string()) }).nullable(),
});
export type AgencyRequest = z.infer<typeof agencyRequest>;

export const bookingAgencies = z.object({
  /** Newest first. */
  requests: z.array(agencyRequest),
  /** Whom it may be passed to; those that say they cover the language first. Empty where nobody is missing. */
  mayBeAsked: z.array(z.object({ id, name: z.string(), covers: z.boolean() })),
  /** After so many hours silence is a no. */
  answerHours: z.int(),
});
export type BookingAgencies = z.infer<typeof bookingAgencies>;

export const passToAgency = z.object({ agencyId: id });
