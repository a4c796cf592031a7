import { z } from 'zod';
import { interpreterRow } from './interpreters';
import { patientRow } from './patients';
import { appointmentRow } from './today';

export const searchQuery = z.object({ search: z.string().trim().min(1, 'Write what to look for.').max(100) });

/** The nearest few of each kind. */
export const found = z.object({
  patients: z.array(patientRow),
  interpreters: z.array(interpreterRow),
  bookings: z.array(appointmentRow),
});
export type Found = z.infer<typeof found>;
