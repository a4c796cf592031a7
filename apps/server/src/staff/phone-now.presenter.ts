import type { BookingRow } from '@dragoman/bookings';
import type { PhoneNow } from '@dragoman/contracts';
import { isoOf } from '@dragoman/kernel';
import type { RoundRow } from '@dragoman/phone-now';

export const presentPhoneNow = (booking: BookingRow, round: RoundRow): PhoneNow => ({
  bookingId: booking.id,
  reference: booking.reference,
  patientName: booking.patientName,
  languageName: booking.varietyName,
  length: booking.lengthMinutes,
  state: round.state,
  secondsEach: round.secondsEach,
  left: round.left,
  asksConflict: booking.asksConflict,
  found: round.found && { id: round.found.id, displayName: round.found.displayName, phone: round.found.phone },
  turns: round.turns.map(({ interpreterId, displayName, phone, calledAt, until, outcome }) => ({
    interpreter: { id: interpreterId, displayName, phone },
    calledAt: isoOf(calledAt),
    until: isoOf(until),
    outcome,
  })),
});
