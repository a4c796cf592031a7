import type { BookingRow, PlaceRow } from '@dragoman/bookings';
import type { BookingTeam } from '@dragoman/contracts';
import { isoOf } from '@dragoman/kernel';

type Place = BookingTeam['places'][number];

const stateOf = ({ isGivenUp, interpreterId, asked }: PlaceRow, { interpreterId: lead }: BookingRow): Place['state'] => {
  if (isGivenUp) return 'given-up';
  if (interpreterId !== null) return lead === null ? 'held' : 'booked';
  return asked.length > 0 ? 'asking' : 'nobody';
};

/** Null for a booking that takes one interpreter. */
export const presentTeam = (booking: BookingRow, places: readonly PlaceRow[]): BookingTeam | null =>
  places.length === 0
    ? null
    : {
        kind: places.some(({ isPart }) => isPart) ? 'handover' : 'together',
        places: places.map((place) => ({
          id: place.id,
          startsAt: isoOf(place.startsAt),
          endsAt: isoOf(place.endsAt),
          state: stateOf(place, booking),
          interpreter: place.interpreterId === null ? null : { id: place.interpreterId, displayName: place.displayName ?? 'Interpreter' },
          asked: place.interpreterId === null && !place.isGivenUp ? place.asked : [],
        })),
      };
