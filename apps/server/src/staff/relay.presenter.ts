import type { BookingRow, LegRow } from '@dragoman/bookings';
import type { BookingRelay, RelayList } from '@dragoman/contracts';
import type { RelayResult } from '@dragoman/matching';
import { presentCandidate } from './candidate.presenter';

export const presentRelays = ({ languages, pairs, pivots }: RelayResult): RelayList => ({
  languages,
  pairs: pairs.map(({ pivotId, pivotName, patientSide, clinicSide, match, feePence }) => ({
    pivotId,
    pivotName,
    patientSide: presentCandidate(patientSide),
    clinicSide: presentCandidate(clinicSide),
    match,
    fee: feePence,
  })),
  pivots: pivots.map(({ pivotId, name, patientSide, clinicSide }) => ({ pivotId, name, patientSide, clinicSide })),
});

const stateOf = ({ interpreterId, asked }: LegRow, { secondInterpreterId }: BookingRow): BookingRelay['legs'][number]['state'] => {
  if (interpreterId === null) return asked.length > 0 ? 'asking' : 'nobody';
  return secondInterpreterId === null ? 'held' : 'booked';
};

/** Null for a booking that one interpreter fills. */
export const presentBookingRelay = (booking: BookingRow, legs: readonly LegRow[]): BookingRelay | null =>
  booking.pivotId === null
    ? null
    : {
        pivot: { varietyId: booking.pivotId, name: booking.pivotName ?? booking.pivotId },
        legs: legs.map((leg) => ({
          side: leg.side,
          languages: `${leg.varietyName} ↔ ${leg.otherName}`,
          state: stateOf(leg, booking),
          interpreter: leg.interpreterId === null ? null : { id: leg.interpreterId, displayName: leg.displayName ?? 'Interpreter' },
          asked: leg.asked,
        })),
      };
