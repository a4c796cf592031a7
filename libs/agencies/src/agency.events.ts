import { defineEvent } from '@dragoman/platform';
import { z } from 'zod';

/** An agency will not send anybody: it declined, did not answer in time, or could not be written to. */
export const agencyFailed = defineEvent(
  'agency.failed',
  z.object({ organisationId: z.uuid(), bookingId: z.uuid(), requestId: z.uuid(), why: z.enum(['declined', 'silent', 'unreached']) }),
);
