import { defineEvent } from '@dragoman/platform';
import { z } from 'zod';

/** Also published when a patient is registered. */
export const profileChanged = defineEvent(
  'patient.profile-changed',
  z.object({ organisationId: z.uuid(), patientId: z.uuid() }),
);
