import { defineEvent } from '@dragoman/platform';
import { z } from 'zod';

const subject = { organisationId: z.uuid(), bookingId: z.uuid() };

/** One side attested something, corrected it or took it back. */
export const attendanceMarked = defineEvent('attendance.marked', z.object({ ...subject, markId: z.uuid() }));
/** Somebody said that it begins later. `side`: who is late; the interpreters are those who are booked. */
export const runningLate = defineEvent(
  'attendance.running-late',
  z.object({
    ...subject,
    delayId: z.uuid(),
    side: z.enum(['clinic', 'interpreter']),
    minutes: z.int(),
    startsAt: z.iso.datetime(),
    interpreterIds: z.array(z.uuid()),
  }),
);
/** An interpreter is worried. `stays`: whether they go on with the job. */
export const concernRaised = defineEvent('attendance.concern-raised', z.object({ ...subject, concernId: z.uuid(), stays: z.boolean() }));
/** The time after which somebody may be called absent has passed, and nobody said that they are here. */
export const arrivalMissed = defineEvent('attendance.arrival-missed', z.object({ ...subject, offerId: z.uuid(), startsAt: z.iso.datetime() }));
/** An interpreter is to be asked whether they still come. */
export const stillComingAsked = defineEvent('attendance.still-coming-asked', z.object({ ...subject, offerId: z.uuid(), checkId: z.uuid() }));
export const stillComingAnswered = defineEvent(
  'attendance.still-coming-answered',
  z.object({ ...subject, offerId: z.uuid(), answer: z.enum(['coming', 'cannot-come']) }),
);
/** They have not answered. Nothing is cancelled: a person finds out. */
export const stillComingSilent = defineEvent('attendance.still-coming-silent', z.object({ ...subject, offerId: z.uuid(), startsAt: z.iso.datetime() }));
