import type { BookingFacts } from '@dragoman/bookings';
import { envelopeLines, type Letter, type Withdrawal } from '@dragoman/letters';
import type { PatientDetail } from '@dragoman/patients';
import { formFor } from '@dragoman/words';
import { isCurrent } from './saying.policy';

interface Now {
  booking: BookingFacts;
  patient: PatientDetail;
  /** They said that our texts are not in their language, and nobody has asked which is. */
  isWrongLanguage: boolean;
  now: Date;
}

const isSameEnvelope = ({ content, neutral }: Pick<Letter, 'content' | 'neutral'>, { name, profile: { post } }: PatientDetail): boolean => {
  const form = post && formFor(post.safety);
  if (!post || form === null || (form === 'neutral' && !neutral)) return false;
  return envelopeLines(name, post).join('\n') === content.to.join('\n');
};

/** Why a letter that waits must not be posted any more; null where it may be. */
export const whyWithdrawn = (letter: Pick<Letter, 'bookingVersion' | 'content' | 'neutral'>, { booking, patient, isWrongLanguage, now }: Now): Withdrawal | null => {
  if (!isCurrent(letter, booking)) return 'appointment-changed';
  if (booking.startsAt <= now) return 'appointment-over';
  if (isWrongLanguage) return 'wrong-language';
  return isSameEnvelope(letter, patient) ? null : 'address-changed';
};
