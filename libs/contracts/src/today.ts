import { z } from 'zod';
import { clinicAttests } from './attendance';
import { bookingState, patientAnswer } from './bookings';
import { id, instant, localDate, modality } from './shared';

export const queueKind = z.enum([
  'unfilled',
  'cannot-come',
  'another-time',
  'another-interpreter',
  'wrong-language',
  'rather-called',
  'call-patient',
  'reply-to-read',
  'message-failed',
  'credential-expiring',
  'ask-again',
  'supporter-expiring',
  'understanding-review',
  'consent-withdrawn',
  'identify-language',
  'booked-not-understood',
  'agree-last-resort',
  'spending-near-cap',
  'letter-waiting',
  'attendance-differs',
  'patient-absent',
  'not-arrived',
  'interpreter-late',
  'next-job-late',
  'concern-raised',
  'check-unanswered',
  'rebook',
  'agency-silent',
]);

/** What happens by itself unless somebody does something: `Answers due` 14:20, `Tries video` 11:15. */
export const whatNext = z.object({ words: z.string(), at: instant.nullable() });
export type WhatNext = z.infer<typeof whatNext>;

/** One thing that needs a person, most urgent first. */
export const queueRow = z.object({
  id: z.string(),
  kind: queueKind,
  /** Set when the row is a task that can be ticked off. */
  taskId: id.nullable(),
  bookingId: id.nullable(),
  patientId: id.nullable(),
  /** Whom the row is about, where that is an interpreter. */
  interpreterId: id.nullable(),
  patientName: z.string(),
  language: z.string().nullable(),
  startsAt: instant.nullable(),
  /** What happened and what is safe. */
  sentence: z.string(),
  original: z.object({ text: z.string(), lang: z.string(), dir: z.enum(['ltr', 'rtl']) }).nullable(),
  /** When it must have been dealt with. */
  dueAt: instant,
  /** What a call task needs at hand; null where the channel is not safe to show or there is none. */
  phone: z.string().nullable(),
  /** Of a booking that is unfilled. */
  next: whatNext.nullable(),
});
export type QueueRow = z.infer<typeof queueRow>;

export const messageStatus = z.enum([
  'none',
  'planned',
  'sent',
  'delivered',
  'coming',
  'cannot-come',
  'reply-to-read',
  'not-informed',
]);

export const appointmentRow = z.object({
  id,
  reference: z.string(),
  startsAt: instant,
  endsAt: instant,
  patientName: z.string(),
  language: z.string(),
  needsInterpreter: z.enum(['yes', 'no', 'unknown']),
  interpreterName: z.string().nullable(),
  modality,
  place: z.string(),
  state: bookingState,
  patientAnswer: patientAnswer.nullable(),
  messages: messageStatus,
});
export type AppointmentRow = z.infer<typeof appointmentRow>;

/** Of a day on the organisation's clocks; today unless another is asked for. */
export const daySheetQuery = z.object({ date: localDate.optional() });
export type DaySheetQuery = z.infer<typeof daySheetQuery>;

/** How far an appointment has come on its day, by what either side says. */
export const dayOfAppointment = z.object({
  /** From here on somebody is attended; before, there is nothing to say. */
  opensAt: instant,
  /** From here on somebody may be called absent. */
  absentFrom: instant,
  arrivedAt: instant.nullable(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  /** Who is late, in minutes after the agreed start; null once it has begun. */
  late: z.object({ minutes: z.int(), side: z.enum(['clinic', 'interpreter']) }).nullable(),
  /** What the clinic said last, where it can be taken back. */
  saidLast: z.object({ markId: id, kind: clinicAttests }).nullable(),
});
export type DayOfAppointment = z.infer<typeof dayOfAppointment>;

export const todayRow = appointmentRow.extend({ day: dayOfAppointment });
export type TodayRow = z.infer<typeof todayRow>;

export const today = z.object({
  now: instant,
  zone: z.string(),
  queue: z.array(queueRow),
  appointments: z.array(todayRow),
  /** Those of the next seven days, after today. */
  upcoming: z.array(appointmentRow),
  /** Where there are more than fit here: the start of the last one that does. The board has the others. */
  listedUntil: instant.nullable(),
});
export type Today = z.infer<typeof today>;
