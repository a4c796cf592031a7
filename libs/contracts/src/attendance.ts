import { z } from 'zod';
import { id, instant, localTime } from './shared';

/** What the clinic can say of a session. */
export const clinicAttests = z.enum(['arrived', 'started', 'finished', 'patient-absent', 'interpreter-absent']);

const attestedMark = z.object({
  id,
  side: z.enum(['interpreter', 'clinic']),
  kind: clinicAttests,
  /** When it happened, by whoever says so. */
  at: instant,
  /** Later than `at` where somebody had no connection, or corrected it. */
  notedAt: instant,
  by: z.string(),
});
export type AttestedMark = z.infer<typeof attestedMark>;

/** What both sides say, and what may be said now. */
export const attendanceView = z.object({
  marks: z.array(attestedMark),
  /** Where the two sides do not say the same: a sentence each. */
  disagreements: z.array(z.string()),
  /** From here on somebody is attended; before, there is nothing to say. */
  opensAt: instant,
  /** From here on somebody may be called absent. */
  absentFrom: instant,
});
export type AttendanceView = z.infer<typeof attendanceView>;

/** `at`: `HH:mm` on the clock of the site; null is now. */
export const attest = z.object({ kind: clinicAttests, at: localTime.nullable().default(null) });
export type Attest = z.input<typeof attest>;

export const clinicianLink = z.object({ url: z.string(), expiresAt: instant });
export type ClinicianLink = z.infer<typeof clinicianLink>;
