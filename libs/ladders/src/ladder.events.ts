import { defineEvent } from '@dragoman/platform';
import { z } from 'zod';

/** Every way was tried for this day: somebody has to agree another with the patient. `sentence` names days on which somebody could come. */
export const ladderCameToRebook = defineEvent(
  'ladder.came-to-rebook',
  z.object({ organisationId: z.uuid(), bookingId: z.uuid(), version: z.int(), sentence: z.string() }),
);
