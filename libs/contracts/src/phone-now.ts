import { z } from 'zod';
import { topic } from './bookings';
import { id, instant, line } from './shared';

/** Somebody is wanted on the phone now: booked for this minute, and called in turn. */
export const phoneNowRequest = z.object({
  patientId: id,
  siteId: id,
  /** Minutes. */
  length: z.int().min(5, 'At least 5 minutes.').max(120, 'At most two hours.'),
  varietyId: line(40),
  topic: topic.nullable().default(null),
  /** The same key again is the same round: a double click calls nobody twice. */
  requestKey: id,
});
export type PhoneNowRequest = z.infer<typeof phoneNowRequest>;

const person = z.object({ id, displayName: z.string(), phone: z.string() });

export const phoneNow = z.object({
  bookingId: id,
  reference: z.string(),
  patientName: z.string(),
  languageName: z.string(),
  length: z.int(),
  state: z.enum(['calling', 'found', 'nobody', 'stopped']),
  secondsEach: z.int(),
  /** How many may still be called. */
  left: z.int(),
  /** Whoever says yes is asked whether anything stands against interpreting for this patient. */
  asksConflict: z.boolean(),
  /** Who said yes, or was booked another way. */
  found: person.nullable(),
  /** First called first. */
  turns: z.array(
    z.object({
      interpreter: person,
      calledAt: instant,
      until: instant,
      outcome: z.enum(['calling', 'yes', 'no', 'silent', 'stopped']),
    }),
  ),
});
export type PhoneNow = z.infer<typeof phoneNow>;
