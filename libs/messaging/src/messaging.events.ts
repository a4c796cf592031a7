import { defineEvent } from '@dragoman/platform';
import { z } from 'zod';
import { afterRefusals } from './after-refusal';

const attempt = {
  organisationId: z.uuid(),
  messageId: z.uuid(),
  intentId: z.uuid(),
  /** Null where it is about no booking: then whoever wrote it sees to it. */
  bookingId: z.uuid().nullable(),
};

/** The carrier took it. */
export const messageSent = defineEvent('message.sent', z.object(attempt));
/** It did not arrive, or nobody can say whether it did: `unknown`. */
export const messageFailed = defineEvent(
  'message.failed',
  z.object({ ...attempt, outcome: z.enum(['failed', 'unknown']), after: z.enum(afterRefusals).default('another-channel') }),
);
/** Text messages and calls have cost most of what they may in a month, for the first time in it; sums in the organisation's currency. */
export const spendingNearCap = defineEvent(
  'messaging.spending-near-cap',
  z.object({ organisationId: z.uuid(), month: z.iso.date(), spent: z.number(), cap: z.number(), currency: z.string() }),
);
export const messageReceived = defineEvent(
  'message.received',
  z.object({ organisationId: z.uuid(), inboundId: z.uuid() }),
);
