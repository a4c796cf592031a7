import { z } from 'zod';
import { id } from './shared';

export const staffRole = z.enum(['receptionist', 'coordinator', 'administrator']);

export const signIn = z.object({ email: z.email('Write an email address.'), password: z.string().min(1).max(200) });
export type SignIn = z.infer<typeof signIn>;

/** What the signed-in person may do; the console asks this list and never re-derives it. */
export const permission = z.enum([
  'patients.read',
  'patients.write',
  'bookings.read',
  'bookings.write',
  'interpreters.read',
  'interpreters.write',
  'sites.read',
  'sites.write',
  'people.read',
  'people.write',
  'tasks.write',
  'phones.use',
  'languages.read',
  'languages.write',
  'recordings.read',
  'recordings.write',
  'texts.read',
  'texts.review',
  'policy.read',
  'policy.write',
  'consents.decide',
  'agencies.read',
  'agencies.write',
  'cancellations.void',
]);
export type Permission = z.infer<typeof permission>;

export const session = z.object({
  account: z.object({ id, name: z.string(), email: z.string(), role: staffRole }),
  organisation: z.object({ id, name: z.string(), zone: z.string() }),
  permissions: z.array(permission),
  /** The phones screen exists only where messages go to the simulator. */
  simulator: z.boolean(),
  /** Now, by the server's clock: a demonstration may run on another day than the browser. */
  now: z.string(),
});
export type Session = z.infer<typeof session>;
