import { receiptOf } from '@dragoman/messaging';
import { z } from 'zod';

export const statusParams = z.object({ messageId: z.uuid() });

/** What Twilio posts when a text gets further; it posts more, and more is added to it. */
export const statusReport = z
  .object({
    MessageSid: z.string().min(1).max(64),
    MessageStatus: z.string().min(1).max(64),
    ErrorCode: z.coerce.number().int().nullish().catch(null),
  })
  .transform(({ MessageSid, MessageStatus, ErrorCode }) =>
    receiptOf({ sid: MessageSid, status: MessageStatus, errorCode: ErrorCode ?? null }),
  );

/** Said instead of a picture or a sound, of which nothing is kept. */
const NO_WORDS = '[…]';

/** A text from a phone. */
export const incomingText = z
  .object({
    MessageSid: z.string().min(1).max(64),
    From: z.string().regex(/^\+?\w{1,20}$/),
    Body: z.string().max(10_000).default(''),
  })
  .transform(({ MessageSid, From, Body }) => ({
    channel: 'sms' as const,
    providerId: MessageSid,
    from: From,
    body: Body.trim() || NO_WORDS,
  }));

const callSid = z.string().min(1).max(64);

/** Somebody, or something, picked up. */
export const callAnswered = z
  .object({ CallSid: callSid, AnsweredBy: z.string().max(64).default('unknown') })
  .transform(({ CallSid: sid, AnsweredBy: answeredBy }) => ({ sid, answeredBy }));

/** All of it was said; without a key, nobody pressed one. Hung up in the middle, the call is over by then. */
export const callHeard = z
  .object({ CallSid: callSid, Digits: z.string().regex(/^[\d*#]{0,8}$/).default(''), CallStatus: z.string().max(64).default('in-progress') })
  .transform(({ CallSid: sid, Digits: digits, CallStatus: status }) => ({ sid, digit: digits === '' ? null : digits, isOver: status === 'completed' }));

export const callEnded = z
  .object({ CallSid: callSid, CallStatus: z.string().min(1).max(64) })
  .transform(({ CallSid: sid, CallStatus: status }) => ({ sid, status }));

export const soundParams = z.object({ id: z.uuid() });
