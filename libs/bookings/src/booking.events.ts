import { fillingWays } from '@dragoman/organisations';
import { defineEvent } from '@dragoman/platform';
import { z } from 'zod';

const subject = { organisationId: z.uuid(), bookingId: z.uuid() };

/** `fill`: how whoever made it wants it filled; null: as the organisation does, which whoever fills bookings knows. */
export const bookingRequested = defineEvent('booking.requested', z.object({ ...subject, fill: z.enum(fillingWays).nullable().default(null) }));
/** Whoever searched for it has nobody left to ask, and nobody who was asked may still say yes. `search` counts how often it began. */
export const nobodyLeftToAsk = defineEvent('booking.nobody-left-to-ask', z.object({ ...subject, search: z.int() }));
export const bookingOffered = defineEvent('booking.offered', z.object({ ...subject, offerIds: z.array(z.uuid()) }));
export const bookingConfirmed = defineEvent(
  'booking.confirmed',
  z.object({ ...subject, version: z.int(), interpreterId: z.uuid() }),
);
export const bookingCancelled = defineEvent(
  'booking.cancelled',
  z.object({ ...subject, version: z.int(), interpreterId: z.uuid().nullable() }),
);
/** Whoever was booked did not come, and it ended without an interpreter. `offerIds`: by which somebody was booked who is free again. */
export const bookingNotMet = defineEvent('booking.not-met', z.object({ ...subject, version: z.int(), offerIds: z.array(z.uuid()) }));
/** These interpreters were asked and lost, or the job is gone: they are owed a kind word. */
export const offersClosed = defineEvent('booking.offers-closed', z.object({ ...subject, offerIds: z.array(z.uuid()) }));
/** One leg of a relay is taken; it waits for the other. */
export const legHeld = defineEvent('booking.leg-held', z.object({ ...subject, offerId: z.uuid() }));
/** These held one leg of a relay whose other leg nobody took: they are free again. */
export const legsReleased = defineEvent('booking.legs-released', z.object({ ...subject, offerIds: z.array(z.uuid()) }));
/** Nobody is left who was asked: it asks for a person, or for the next who might be asked. */
export const ranOutOfOffers = defineEvent('booking.ran-out-of-offers', z.object(subject));

/** What a change can be about; each decides whether it needs a new match (`change.policy.ts`). */
export const changeables = ['when', 'length', 'where', 'room', 'modality', 'language', 'gender', 'topic'] as const;
export type Changeable = (typeof changeables)[number];
/**
 * Something was agreed anew. `was`: as it stood before, so that whoever was told can be told what changed.
 * `offerIds`: by which somebody was booked who is free again; none where they stay.
 */
export const bookingChanged = defineEvent(
  'booking.changed',
  z.object({
    ...subject,
    version: z.int(),
    what: z.array(z.enum(changeables)),
    offerIds: z.array(z.uuid()),
    was: z.object({ startsAt: z.iso.datetime(), siteId: z.uuid(), modality: z.enum(['in-person', 'video', 'phone']) }),
  }),
);

export const reopenedBecause = ['given-back', 'absent', 'concern', 'replaced', 'changed', 'cancellation-voided'] as const;
export type ReopenedBecause = (typeof reopenedBecause)[number];
/** Whoever was booked by these offers is not any more, and the booking asks for a person again. */
export const slotReopened = defineEvent(
  'booking.slot-reopened',
  z.object({ ...subject, version: z.int(), offerIds: z.array(z.uuid()), interpreterIds: z.array(z.uuid()), why: z.enum(reopenedBecause) }),
);
/** Somebody else was booked in one step; these offers' interpreters are free again. */
export const interpreterReplaced = defineEvent(
  'booking.interpreter-replaced',
  z.object({ ...subject, version: z.int(), offerIds: z.array(z.uuid()) }),
);
export const offerDeclined = defineEvent('offer.declined', z.object({ ...subject, offerId: z.uuid() }));
export const offerExpired = defineEvent('offer.expired', z.object({ ...subject, offerId: z.uuid() }));
/** The patient, or the coordinator, no longer agrees to the variety in which somebody is booked. */
export const consentWithdrawn = defineEvent('booking.consent-withdrawn', z.object({ ...subject, consentId: z.uuid() }));
/** A yes to another variety was written down, agreed to by a second person, or ended. */
export const consentChanged = defineEvent('booking.consent-changed', z.object(subject));
/** Somebody said whether they understood each other, or corrected it. */
export const understandingSaid = defineEvent('booking.understanding-said', z.object(subject));
/** A review is open, or was closed. */
export const understandingReviewed = defineEvent(
  'booking.understanding-reviewed',
  z.object({ ...subject, reviewId: z.uuid(), state: z.enum(['open', 'closed']) }),
);
export const patientAnswered = defineEvent(
  'booking.patient-answered',
  z.object({ ...subject, answer: z.enum(['coming', 'cannot-come', 'call-me']) }),
);
export const patientWished = defineEvent(
  'booking.patient-wished',
  z.object({ ...subject, wish: z.enum(['call-me', 'another-time', 'another-interpreter', 'wrong-language', 'rather-called']), at: z.iso.datetime() }),
);
