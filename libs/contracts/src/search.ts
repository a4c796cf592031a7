import { z } from 'zod';
import { interpreterRow } from './interpreters';
import { patientRow } from './patients';
import { searchText } from './shared';
import { appointmentRow } from './today';

export const searchQuery = z.object({ search: searchText.min(1, 'Write what to look for.') });

/** The nearest few of each kind. */
export const found = z.object({
  patients: z.array(patientRow),
  interpreters: z.array(interpreterRow),
  bookings: z.array(appointmentRow),
});
export type Found = z.infer<typeof found>;
