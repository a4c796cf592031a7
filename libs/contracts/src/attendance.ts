import { z } from 'zod';
import { id, instant, localTime, modality } from './shared';

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
  /** Whom it is about; null where it is the session as such. */
  interpreterName: z.string().nullable(),
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
  /** A link for the clinician was given out and still opens: until a day after the end, also of what is over. */
  hasOpenLinks: z.boolean(),
});
export type AttendanceView = z.infer<typeof attendanceView>;

/** `at`: `HH:mm` on the clock of the site; null is now. */
export const attest = z.object({ kind: clinicAttests, at: localTime.nullable().default(null) });
export type Attest = z.input<typeof attest>;

export const clinicianLink = z.object({ url: z.string(), expiresAt: instant });
export type ClinicianLink = z.infer<typeof clinicianLink>;

/** Who could do it now, and their numbers: for a coordinator in a hurry. */
export const emergencyView = z.object({
  ways: z.array(
    z.object({
      modality,
      free: z.array(
        z.object({
          interpreterId: id,
          displayName: z.string(),
          phone: z.string(),
          match: z.int(),
          /** Null where nobody travels. */
          travelMinutes: z.int().nullable(),
        }),
      ),
    }),
  ),
});
export type EmergencyView = z.infer<typeof emergencyView>;

/** `absent`: they did not come. `lost`: they cannot come after all. */
export const replaceNow = z.object({ why: z.enum(['absent', 'lost']), modality });
export type ReplaceNow = z.infer<typeof replaceNow>;

export const asked = z.object({ asked: z.int() });

/** After the agreed start. */
export const clinicLate = z.object({ minutes: z.int('Write whole minutes.').min(5, 'At least 5 minutes.').max(180, 'At most 180 minutes.') });
export type ClinicLate = z.infer<typeof clinicLate>;

/** What an interpreter is worried about; for coordinators. */
export const concernsView = z.object({
  concerns: z.array(
    z.object({
      id,
      interpreterName: z.string(),
      code: z.enum(['safety', 'conflict-of-interest', 'not-understood', 'access', 'other']),
      words: z.string().nullable(),
      /** They go on with the job. */
      stays: z.boolean(),
      at: instant,
    }),
  ),
});
export type ConcernsView = z.infer<typeof concernsView>;
