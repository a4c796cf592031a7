import { z } from 'zod';
import { id, instant } from './shared';

/** How many interpreters a booking takes: a team works all of it together, by a handover one takes over at each of these minutes after its start. */
export const staffing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('one') }),
  z.object({ kind: z.literal('team'), size: z.int().min(2).max(4) }),
  z.object({
    kind: z.literal('handover'),
    minutes: z
      .array(z.int().min(5).max(595))
      .min(1)
      .max(3)
      .refine((minutes) => minutes.every((minute, n) => n === 0 || minute > (minutes[n - 1] ?? 0)), 'One after the other, each later than the one before.'),
  }),
]);
export type Staffing = z.infer<typeof staffing>;

const place = z.object({
  id,
  startsAt: instant,
  endsAt: instant,
  /** `held`: accepted, and waiting until all are found. */
  state: z.enum(['booked', 'held', 'asking', 'nobody', 'given-up']),
  interpreter: z.object({ id, displayName: z.string() }).nullable(),
  /** Who has not answered yet, for this place or one as good. */
  asked: z.array(z.string()),
});

export const bookingTeam = z.object({
  kind: z.enum(['together', 'handover']),
  places: z.array(place),
});
export type BookingTeam = z.infer<typeof bookingTeam>;
