import { z } from 'zod';
import { aboutVariety, consentView, patientConsent, saidConsent, understandingView } from './consents';
import { letterPreview } from './letters';
import { formats, patientChannel, patientLanguage, postalAddress, roleBeside } from './patients';
import { bookingRelay, relayChoice } from './relays';
import { fillingWay } from './policy';
import { searchView } from './searches';
import { bookingTeam, staffing } from './teams';
import { id, instant, line, localDate, localTime, modality } from './shared';

export const bookingState = z.enum([
  'requested',
  'offering',
  'confirmed',
  'in-progress',
  'completed',
  'cancelled',
  'unmet',
  'patient-absent',
  'interpreter-absent',
]);
export type BookingState = z.infer<typeof bookingState>;

export const patientAnswer = z.enum(['coming', 'cannot-come', 'call-me']);
export type PatientAnswer = z.infer<typeof patientAnswer>;

/** Asked for beside the answer, which stands. */
export const patientWish = z.enum(['call-me', 'another-time', 'another-interpreter', 'wrong-language', 'rather-called']);

/** What it is about, as far as that decides who may interpret. */
export const topic = z.enum([
  'general',
  'test-results',
  'maternity',
  'sexual-health',
  'mental-health',
  'safeguarding',
  'consent-to-treatment',
  'serious-news',
]);
export type Topic = z.infer<typeof topic>;

/** When, where and how: what a search needs and a booking keeps. */
export const appointment = z.object({
  patientId: id,
  siteId: id,
  room: line(40).nullable(),
  date: localDate,
  time: localTime,
  /** Minutes, with interpreting. */
  length: z.int().min(5, 'At least 5 minutes.').max(600, 'At most 10 hours.'),
  modality,
  /** One of the patient's spoken or signed varieties. */
  varietyId: line(40),
  /** Null is left blank, and counts as sensitive. */
  topic: topic.nullable().default(null),
  /** Clock changes: which of two equal wall times; ignored otherwise. */
  fold: z.enum(['earlier', 'later']).optional(),
});
export type Appointment = z.infer<typeof appointment>;

/** What the patient would be recorded to have agreed to counts in the list, as far as it could count. */
export const candidateQuestion = appointment.extend({ consents: z.array(saidConsent).max(6).default([]) });
export type CandidateQuestion = z.infer<typeof candidateQuestion>;

/** May this patient be asked to make do with that variety, and what is to be offered first? */
export const consentQuestionRequest = appointment.extend(aboutVariety.shape);

export const bookingRequest = appointment.extend({
  purpose: line(80).nullable(),
  /** Empty: the booking waits for somebody to offer it. */
  offerTo: z.array(id).max(50),
  /** Instead of `offerTo`: two interpreters through a third language. */
  relay: relayChoice.optional(),
  /** Left out: one interpreter. Not together with `relay`. */
  staffing: staffing.optional(),
  /** How it is to be filled; left out: what is offered is filled by hand, the rest as the organisation does. */
  fill: fillingWay.optional().describe('Left out: as the organisation’s policy says.'),
  /** The same key again returns the same booking: a double click books once. */
  requestKey: id,
  /** Written with the booking, or nothing is booked. */
  consents: z.array(patientConsent).max(6).default([]),
});
export type BookingRequest = z.infer<typeof bookingRequest>;

/** One message as the patient would get it. */
export const messageDraft = z.object({
  channel: z.enum(['sms', 'email', 'voice']),
  address: z.string(),
  subject: z.string().nullable(),
  body: z.string(),
  lang: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  languageName: z.string(),
  english: z.string(),
  neutral: z.boolean(),
  /** Neutral only because the number is not confirmed. */
  unconfirmed: z.boolean(),
  /** What the patient chose for a monitored phone, to the letter. */
  isOwnWords: z.boolean(),
  /** Who gets it in the patient's place, as they agreed; null: the patient. */
  supporterName: z.string().nullable(),
  reviewState: z.enum(['source', 'draft', 'reviewed']),
  /** Who read the text and when: `R. (who reads it), 24 November 2026`. */
  reviewedBy: z.string().nullable(),
  version: z.int(),
  characters: z.int(),
  segments: z.int().nullable(),
});
export type MessageDraft = z.infer<typeof messageDraft>;

/** Held back by somebody until it is resumed. */
export const pausedView = z.object({
  /** Null: an account that is not shown any more. */
  by: z.string().nullable(),
  at: instant,
  /** What follows when it is resumed: it goes when planned, as soon as the hours allow, or not any more. */
  resumes: z.enum(['at-its-time', 'soon', 'never']),
});
export type PausedView = z.infer<typeof pausedView>;

export const plannedMessage = z.object({
  intentId: id.nullable(),
  kind: z.enum(['confirmed', 'reminder-7-days', 'reminder-2-days', 'reminder-day-before', 'reminder-hours']),
  dueAt: instant,
  sentence: z.string(),
});
export type PlannedMessage = z.infer<typeof plannedMessage>;

/** What this patient would receive, and when; or why nobody can write to them and who will call instead. */
export const preview = z.object({
  draft: messageDraft.nullable(),
  /** What the desk prints and posts; null where they are not told by post. */
  letter: letterPreview.nullable(),
  callInstead: z.string().nullable(),
  plan: z.array(plannedMessage),
});
export type Preview = z.infer<typeof preview>;

/** As much of a profile as decides what is said where, as it stands in a form; an address may be half written. */
export const saidProfile = z.object({
  languages: z.array(patientLanguage).max(12),
  channels: z.array(patientChannel.extend({ address: z.string().max(200) })).max(6),
  /** Null: none is recorded. */
  post: postalAddress.extend({ lines: z.array(z.string().max(200)).max(20) }).nullable(),
  formats,
  dawnClock: z.boolean(),
  /** Whether the page behind a link opens with their own code. */
  hasPageCode: z.boolean(),
});
export type SaidProfile = z.infer<typeof saidProfile>;

/** What each phone or mailbox would get, in the order of the profile: a text, or why there is none and what happens instead. */
export const profilePreview = z.object({
  /** What the texts speak of: an example, and nobody's appointment. */
  example: z.object({ startsAt: instant, zone: z.string(), siteName: z.string() }),
  channels: z.array(z.object({ draft: messageDraft.nullable(), sentence: z.string().nullable() })),
  /** What would be posted; null where no address is recorded. */
  post: z.object({ letter: letterPreview.nullable(), sentence: z.string().nullable() }).nullable(),
});
export type ProfilePreview = z.infer<typeof profilePreview>;

export const offerState = z.enum(['open', 'accepted', 'declined', 'expired', 'closed', 'withdrawn', 'released']);

export const offerView = z.object({
  id,
  interpreterId: id,
  displayName: z.string(),
  state: offerState,
  answeredAt: instant.nullable(),
  expiresAt: instant,
});

export const deliveryState = z.enum(['queued', 'handed-over', 'sent', 'delivered', 'failed', 'unknown']);

export const timelineMessage = z.object({
  channel: z.enum(['sms', 'email', 'voice']),
  kind: z.string(),
  /** A supporter is told in the patient's place. */
  to: z.enum(['patient', 'interpreter', 'supporter', 'staff', 'agency']),
  recipientName: z.string(),
  subject: z.string().nullable(),
  body: z.string(),
  english: z.string(),
  lang: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  languageName: z.string(),
  neutral: z.boolean(),
  reviewState: z.enum(['source', 'draft', 'reviewed']),
  /** Who read the text and when: `R. (who reads it), 24 November 2026`. */
  reviewedBy: z.string().nullable(),
  version: z.int(),
  state: deliveryState,
  sentAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  failure: z.string().nullable(),
});

export const timelineEntry = z.object({
  id,
  at: instant,
  kind: z.enum([
    'requested',
    'offered',
    'declined',
    'expired',
    'withdrawn',
    'held',
    'search',
    'ladder',
    'released',
    'confirmed',
    'message',
    'letter',
    'reply',
    'answered',
    'task',
    'cancelled',
    'consent',
    'understanding',
    'language-changed',
    'changed',
    'given-back',
    'replaced',
    'cancellation-voided',
    'attendance',
    'agency',
  ]),
  title: z.string(),
  detail: z.string().nullable(),
  offers: z.array(offerView).optional(),
  message: timelineMessage.optional(),
  letter: letterPreview.optional(),
  /** As the person wrote it. */
  reply: z.object({ text: z.string(), lang: z.string(), dir: z.enum(['ltr', 'rtl']) }).optional(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const bookingDetail = z.object({
  id,
  /** For people to say aloud: `D-20418`. */
  reference: z.string(),
  state: bookingState,
  version: z.int(),
  /** Goes up with each change; whoever edits sends it as `If-Match`. */
  revision: z.int(),
  patient: z.object({ id, name: z.string(), reads: z.string().nullable(), needsInterpreter: z.enum(['yes', 'no', 'unknown']) }),
  startsAt: instant,
  endsAt: instant,
  zone: z.string(),
  date: localDate,
  time: localTime,
  length: z.int(),
  modality,
  site: z.object({ id, name: z.string() }),
  room: z.string().nullable(),
  purpose: z.string().nullable(),
  topic: topic.nullable(),
  language: z.object({ varietyId: z.string(), name: z.string() }),
  interpreter: z.object({ id, displayName: z.string() }).nullable(),
  genderWish: z.object({ gender: z.enum(['woman', 'man']), strength: z.enum(['required', 'preferred']) }).nullable(),
  /** Null: one interpreter fills it, or a team. */
  relay: bookingRelay.nullable(),
  /** Null: one interpreter fills it, or a relay. */
  team: bookingTeam.nullable(),
  /** Whoever says yes is asked whether anything stands against interpreting for this patient. */
  asksConflict: z.boolean(),
  /** Null: nothing ever searched by itself. */
  search: searchView.nullable(),
  /** Wanted beside an interpreter; a need that somebody has to see to. */
  roleBeside: roleBeside.nullable(),
  patientAnswer: patientAnswer.nullable(),
  /** The one that counts; whether it was late is as the policy said then. */
  cancellation: z
    .object({ by: z.enum(['clinic', 'patient']), reason: z.string(), at: instant, noticeMinutes: z.int(), isLate: z.boolean() })
    .nullable(),
  consents: z.array(consentView),
  /** The variety by which somebody is booked, where it is not the patient's own: it starts with a read-back. */
  readBack: z.string().nullable(),
  understanding: understandingView,
  offers: z.array(offerView),
  timeline: z.array(timelineEntry),
  /** What happens next, soonest first. */
  next: z.array(plannedMessage.extend({ intentId: id, paused: pausedView.nullable() })),
  tasks: z.array(
    z.object({
      id,
      sentence: z.string(),
      dueAt: instant,
      /** Not where something else on the booking is what does it. */
      isTicked: z.boolean(),
    }),
  ),
});
export type BookingDetail = z.infer<typeof bookingDetail>;

/** What is agreed anew; what is not named stays. `If-Match` says which revision was seen. */
export const bookingChange = z.object({
  date: localDate.optional(),
  time: localTime.optional(),
  /** Minutes, with interpreting. */
  length: appointment.shape.length.optional(),
  fold: appointment.shape.fold,
  siteId: id.optional(),
  room: line(40).nullable().optional(),
  modality: modality.optional(),
  /** One of the patient's spoken or signed varieties. */
  varietyId: line(40).optional(),
  topic: topic.nullable().optional(),
  /** For this appointment; null: no wish. */
  gender: z.object({ gender: z.enum(['woman', 'man']), strength: z.enum(['required', 'preferred']) }).nullable().optional(),
  /** The patient said so themselves: nobody else lifts what they require. */
  isPatientsWord: z.boolean().optional(),
});
export type BookingChange = z.infer<typeof bookingChange>;
/** What a change means for whoever is booked or asked; the same as the bookings lib decides, which a test compares. */
export const rematchOfChange = {
  when: 'ask-again',
  length: 'ask-again',
  where: 'ask-again',
  modality: 'ask-again',
  language: 'ask-again',
  gender: 'judge-again',
  topic: 'judge-again',
  room: 'inform',
} as const;
export const offerMore = z.object({ interpreterIds: z.array(id).min(1).max(50) });
/** Staff heard the yes: silence never accepts. */
export const heardYes = z.object({
  interpreterId: id,
  agreed: z.enum(['by-phone', 'in-person', 'in-house']),
  /** Where the patient wants nobody from their community: the interpreter was asked, and nothing stands against it. */
  conflict: z.enum(['none', 'not-asked']).default('not-asked'),
});
export type HeardYes = z.infer<typeof heardYes>;
/** Somebody else instead, in one step. */
export const swap = heardYes.extend({ outgoingId: id });
export type Swap = z.infer<typeof swap>;

/** Why a cancellation was none. */
export const voidCancellation = z.object({ reason: line(200) });
export const cancelBooking = z.object({
  by: z.enum(['clinic', 'patient']),
  reason: line(200),
});
