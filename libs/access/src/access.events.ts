import { defineEvent } from '@dragoman/platform';
import { z } from 'zod';

/** Somebody was invited, or invited once more; `sending` counts from 1. Whoever writes the mail makes the link. */
export const invitationSent = defineEvent(
  'access.invitation-sent',
  z.object({ organisationId: z.uuid(), invitationId: z.uuid(), sending: z.int().positive() }),
);
/** What has not left need not leave any more. */
export const invitationWithdrawn = defineEvent('access.invitation-withdrawn', z.object({ organisationId: z.uuid(), invitationId: z.uuid() }));
/** Somebody is to choose a new password: `self` forgot it, or an administrator asks them to. */
export const passwordLinkAsked = defineEvent(
  'access.password-link-asked',
  z.object({ organisationId: z.uuid(), accountId: z.uuid(), requestId: z.uuid(), by: z.enum(['self', 'administrator']) }),
);

const details = z.object({ name: z.string(), email: z.string() });
/** An administrator wrote somebody's name or address anew. Both addresses hear of it: the one before has nowhere else to learn that it is over. */
export const personDetailsChanged = defineEvent(
  'access.person-details-changed',
  z.object({ organisationId: z.uuid(), accountId: z.uuid(), changedBy: z.uuid(), noteId: z.uuid(), farewellId: z.uuid(), was: details, is: details }),
);
