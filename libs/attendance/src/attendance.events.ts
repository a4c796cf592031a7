import { defineEvent } from '@dragoman/platform';
import { z } from 'zod';

const subject = { organisationId: z.uuid(), bookingId: z.uuid() };

/** One side attested something, corrected it or took it back. */
export const attendanceMarked = defineEvent('attendance.marked', z.object({ ...subject, markId: z.uuid() }));
