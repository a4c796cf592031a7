import type { AfterSession, ConsentRow, EntryRow } from '@dragoman/bookings';
import type { ConsentView, TimelineEntry, UnderstandingView } from '@dragoman/contracts';
import { isoOf, minutesBetween } from '@dragoman/kernel';

interface Seen {
  /** Account id → name. */
  staff: ReadonlyMap<string, string>;
  viewer: string;
  now: Date;
}

const stateOf = ({ ended, holds, level, agreedBy }: ConsentRow): ConsentView['state'] => {
  if (ended !== null) return ended;
  if (!holds) return 'no-longer';
  return level === 'close_consent' || agreedBy !== null ? 'counts' : 'waits-for-coordinator';
};

const nameOf = (staff: Seen['staff'], id: string): string => staff.get(id) ?? 'a colleague';

export const presentConsents = (consents: readonly ConsentRow[], { staff, viewer }: Seen): ConsentView[] =>
  consents.map((consent) => ({
    id: consent.id,
    interpreterVariety: consent.interpreterVariety,
    name: consent.interpreterVarietyName,
    level: consent.level,
    how: consent.how,
    takenBy: nameOf(staff, consent.takenBy),
    takenAt: isoOf(consent.takenAt),
    agreedBy: consent.agreedBy === null ? null : nameOf(staff, consent.agreedBy),
    state: stateOf(consent),
    isOwn: consent.takenBy === viewer,
  }));

const MINUTES_TO_CORRECT = 24 * 60;

export const presentUnderstanding = (
  { answers, reviews }: AfterSession,
  booking: { interpreterId: string | null; state: string; endsAt: Date },
  { staff, now }: Seen,
): UnderstandingView => ({
  mayBeAsked:
    booking.interpreterId !== null && ['confirmed', 'in-progress', 'completed'].includes(booking.state) && (booking.endsAt <= now || booking.state === 'completed'),
  answers: answers.map((answer) => ({
    side: answer.side,
    understood: answer.understood,
    askedHow: answer.askedHow,
    by: answer.askedBy === null ? answer.interpreterName : nameOf(staff, answer.askedBy),
    at: isoOf(answer.saidAt),
    mayBeCorrected: minutesBetween(answer.firstSaidAt, now) < MINUTES_TO_CORRECT,
  })),
  reviews: reviews.map(({ id, about, interpreterId, outcome, reason, grounds }) => ({
    id,
    about,
    isExact: interpreterId !== null,
    outcome,
    reason,
    sessions: grounds.map(({ bookingId, reference, localStart, side, interpreterName }) => ({
      bookingId,
      reference,
      date: localStart.slice(0, 10),
      side,
      interpreterName,
    })),
  })),
});

const ways: Record<string, string> = {
  'exact-interpreter': 'asked through an interpreter of their own variety',
  'own-recording': 'asked with a recording or text in their own variety',
  'stated-earlier': 'said earlier, and it still stands',
};

type Told = Pick<TimelineEntry, 'kind' | 'title' | 'detail'>;

const sides: Record<string, string> = { patient: 'The patient', clinician: 'The clinician' };

/** What the timeline says of consent and understanding; nothing for other entries. */
export const tellConsent = (entry: EntryRow, consents: readonly ConsentRow[], by: string | undefined): Told | null => {
  const { detail } = entry;
  const variety = consents.find(({ id }) => id === detail['consentId'])?.interpreterVarietyName ?? 'another variety';
  const recorded = by ? `recorded by ${by}` : null;
  switch (entry.kind) {
    case 'consent-given':
      return {
        kind: 'consent',
        title: `The patient agreed to ${variety}`,
        detail: [ways[String(detail['how'])], recorded].filter(Boolean).join(', '),
      };
    case 'consent-agreed':
      return { kind: 'consent', title: `${by ?? 'A coordinator'} agreed to ${variety} as a last resort`, detail: 'two people have looked at it' };
    case 'consent-not-agreed':
      return { kind: 'consent', title: `${by ?? 'A coordinator'} did not agree to ${variety}`, detail: 'nobody is booked in it' };
    case 'consent-withdrawn':
      return { kind: 'consent', title: `The patient no longer agrees to ${variety}`, detail: recorded };
    case 'understanding':
      return {
        kind: 'understanding',
        title: `${sides[String(detail['side'])] ?? 'The interpreter'} says they ${detail['understood'] === true ? 'understood each other' : 'did not understand each other'}`,
        detail: detail['side'] === 'patient' ? recorded : detail['side'] === 'clinician' ? 'said behind their link' : 'said on the page of the job',
      };
    case 'pair-lowered':
      return { kind: 'understanding', title: 'Not for this patient until it is reviewed', detail: 'a review is open for a coordinator' };
    case 'review-closed':
      return {
        kind: 'understanding',
        title: detail['outcome'] === 'keep' ? 'Review closed: stays as it is, not for this patient' : 'Review closed: may interpret for this patient again',
        detail: by ? `by ${by}` : 'the answer was corrected',
      };
    default:
      return null;
  }
};
