import { z } from 'zod';
import { id, instant, line, localDate, localTime, modality } from './shared';
import { level } from './varieties';

/** Where a yes came from, as a desk reports it. The last three are understood, and refused with the reason. */
export const askedWay = z.enum(['exact-interpreter', 'own-recording', 'stated-earlier', 'relative', 'record', 'assumed']);
export type AskedWay = z.infer<typeof askedWay>;

export const saidConsent = z.object({ interpreterVariety: line(40), how: askedWay });

/** The patient's own yes to a variety that is not theirs. */
export const patientConsent = saidConsent.extend({
  /** Of the question that was put: which other dates were shown first. Null only where an earlier consent stands. */
  alternativesId: id.nullable(),
  /** The patient said that it holds for later bookings too; only where much is known of the pair. */
  standing: z.boolean().default(false),
});
export type PatientConsent = z.infer<typeof patientConsent>;

export const aboutVariety = z.object({ interpreterVariety: line(40) });

/** What to tell a patient before asking, and what the table says of the pair. */
export const consentQuestion = z.object({
  /** To be sent with the consent: it rests on having been shown these. */
  alternativesId: id,
  alternatives: z.array(z.object({ interpreterId: id, displayName: z.string(), date: localDate, time: localTime, modality })),
  interpreterVariety: z.string(),
  name: z.string(),
  level,
  reason: z.string(),
  /** Topics that the pair is not good enough for. */
  notFor: z.array(z.string()),
  /** For what this appointment is about, the patient may be asked at all. */
  mayBeAsked: z.boolean(),
  mayStand: z.boolean(),
  /** Of a last resort: who else could agree; not whoever asks now. */
  coordinators: z.array(z.string()),
});
export type ConsentQuestion = z.infer<typeof consentQuestion>;

export const consentParams = z.object({ id, consentId: id });
/** Of a coordinator, about a last resort. */
export const consentDecision = z.object({ agrees: z.enum(['yes', 'no']) });

export const consentView = z.object({
  id,
  interpreterVariety: z.string(),
  name: z.string(),
  level: z.enum(['close_consent', 'last_resort']),
  how: askedWay,
  takenBy: z.string(),
  takenAt: instant,
  agreedBy: z.string().nullable(),
  /** `no-longer`: the booking is in another language or about something else now. */
  state: z.enum(['counts', 'waits-for-coordinator', 'withdrawn', 'not-agreed', 'no-longer']),
  /** The signed-in person took the patient's word, so somebody else has to agree. */
  isOwn: z.boolean(),
});
export type ConsentView = z.infer<typeof consentView>;

export const understandingAskedWay = z.enum(['another-interpreter', 'text-or-recording', 'without-interpreter', 'same-interpreter']);
export type UnderstandingAskedWay = z.infer<typeof understandingAskedWay>;

/** What the patient answered after the session, and how they were asked. */
export const understandingSaid = z.object({ understood: z.boolean(), askedHow: understandingAskedWay });
export type UnderstandingSaid = z.infer<typeof understandingSaid>;

export const reviewOutcome = z.enum(['keep', 'restore']);
export const reviewReason = z.enum(['not-understood', 'other-dialect', 'sound-or-place', 'recorded-by-mistake', 'patient-asked']);
export type ReviewReason = z.infer<typeof reviewReason>;
export const reviewClosing = z.object({ outcome: reviewOutcome, reason: reviewReason });
export type ReviewClosing = z.infer<typeof reviewClosing>;

/** Whether they understood each other, once it is over. */
export const understandingView = z.object({
  /** It is over and somebody interpreted: it can be asked. */
  mayBeAsked: z.boolean(),
  answers: z.array(
    z.object({
      side: z.enum(['patient', 'interpreter', 'clinician']),
      understood: z.boolean(),
      askedHow: understandingAskedWay.nullable(),
      by: z.string(),
      at: instant,
      mayBeCorrected: z.boolean(),
    }),
  ),
  reviews: z.array(
    z.object({
      id,
      /** The variety, or the interpreter of the exact one, that does not serve this patient meanwhile. */
      about: z.string(),
      isExact: z.boolean(),
      outcome: reviewOutcome.nullable(),
      reason: reviewReason.nullable(),
      /** Every session after which somebody said no, earliest first; of other bookings of the patient too. */
      sessions: z.array(
        z.object({ bookingId: id, reference: z.string(), date: localDate, side: z.enum(['patient', 'interpreter', 'clinician']), interpreterName: z.string() }),
      ),
    }),
  ),
});
export type UnderstandingView = z.infer<typeof understandingView>;

/** A close variety that a patient agreed to beyond one booking. */
export const acceptedVariety = z.object({
  varietyId: z.string(),
  /** What the patient speaks. */
  own: z.string(),
  interpreterVariety: z.string(),
  /** What they agreed to. */
  name: z.string(),
  how: askedWay,
  takenBy: z.string(),
  saidAt: instant,
  askAgainAt: instant,
  /** A year has passed: it no longer counts. */
  isOver: z.boolean(),
});
export type AcceptedVariety = z.infer<typeof acceptedVariety>;
export const acceptedParams = z.object({ id, varietyId: line(40), interpreterVariety: line(40) });
