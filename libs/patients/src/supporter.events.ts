import { defineEvent } from '@dragoman/platform';
import { z } from 'zod';

/** Somebody was added, asked about again or removed. It names nobody: whoever acts on it looks at who is there now. */
export const supportersChanged = defineEvent(
  'patient.supporters-changed',
  z.object({ organisationId: z.uuid(), patientId: z.uuid() }),
);
