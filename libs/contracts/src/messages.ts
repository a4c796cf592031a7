import { z } from 'zod';
import { patientAnswer, patientWish, pausedView, timelineMessage } from './bookings';
import { id, instant, page, pageQuery } from './shared';

const channel = z.enum(['sms', 'email', 'voice']);

/** Whom a message came from or went to. */
const correspondent = z.object({
  kind: z.enum(['patient', 'interpreter', 'supporter', 'staff', 'agency', 'unknown']),
  id: id.nullable(),
  name: z.string(),
});

const aboutAppointment = z.object({ bookingId: id, startsAt: instant, language: z.string() });

/** What a person still has to do about it, and the number that is safe to call. */
const openTask = z.object({ id, dueAt: instant, phone: z.string().nullable() });

export const messagesQuery = pageQuery.pick({ after: true });

/** What somebody wrote back. */
export const replyView = z.object({
  id,
  receivedAt: instant,
  channel,
  from: correspondent,
  /** Null: it is not clear which one it is about. */
  appointment: aboutAppointment.nullable(),
  /** As they wrote it. */
  original: z.object({ text: z.string(), lang: z.string(), dir: z.enum(['ltr', 'rtl']) }),
  /** `probably Arabic`, `in Latin letters`; null where there is nothing to read. */
  writtenIn: z.string().nullable(),
  /** Null: not clear beyond doubt. */
  meaning: z.enum([...patientAnswer.options, ...patientWish.exclude(['rather-called']).options, 'help', 'start', 'stop']).nullable(),
  /** Of an interpreter's text with the code of an offer. */
  offerAnswer: z.enum(['accept', 'decline']).nullable(),
  /** What to do about it, or what was done. */
  suggestion: z.string(),
  task: openTask.nullable(),
});
export type ReplyView = z.infer<typeof replyView>;
export const replyPage = page(replyView);
export type ReplyPage = z.infer<typeof replyPage>;

/** Something that never arrived by any attempt. */
export const failureView = z.object({
  id,
  failedAt: instant,
  to: correspondent,
  appointment: aboutAppointment,
  title: z.string(),
  /** Where it was tried in vain. */
  tried: z.array(channel),
  why: z.string(),
  /** What happens now, or what was done. */
  follows: z.string(),
  task: openTask.nullable(),
  message: timelineMessage,
});
export type FailureView = z.infer<typeof failureView>;
export const failurePage = page(failureView);
export type FailurePage = z.infer<typeof failurePage>;

/** `paused` are planned as well; `left` is whatever is not planned any more. */
export const outboxShow = z.enum(['planned', 'paused', 'left', 'on-its-way', 'delivered', 'not-arrived']);
export type OutboxShow = z.infer<typeof outboxShow>;

export const outboxQuery = messagesQuery
  .extend({ show: outboxShow.default('planned'), channel: channel.optional() })
  .refine(({ show, channel: wanted }) => !wanted || (show !== 'planned' && show !== 'paused'), {
    path: ['channel'],
    message: 'The channel of a planned message is chosen when it leaves.',
  });
export type OutboxQuery = z.infer<typeof outboxQuery>;

/** What left, of the last 31 days; planned ones have no text yet. */
export const messageSheetQuery = z.object({ show: outboxShow.exclude(['planned', 'paused']).default('left'), channel: channel.optional() });
export type MessageSheetQuery = z.infer<typeof messageSheetQuery>;

export const outboxRow = z.object({
  id,
  /** When it is due, or when it left. */
  at: instant,
  title: z.string(),
  to: correspondent,
  /** Null where it is about no appointment. */
  bookingId: id.nullable(),
  planned: z.object({ intentId: id, sentence: z.string(), startsAt: instant, language: z.string(), paused: pausedView.nullable() }).nullable(),
  message: timelineMessage.nullable(),
});
export type OutboxRow = z.infer<typeof outboxRow>;
export const outboxPage = page(outboxRow);
export type OutboxPage = z.infer<typeof outboxPage>;
