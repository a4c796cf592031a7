import type { StandingMark } from '@dragoman/attendance';
import type { OfferFacts } from '@dragoman/bookings';
import type { DayFacts } from './day.presenter';

const tookPlace: readonly OfferFacts['bookingState'][] = ['confirmed', 'in-progress', 'completed', 'patient-absent'];

/** Whether there is a day of it: they are booked, and it was not called off. */
export const hasDay = ({ state, bookingState }: Pick<OfferFacts, 'state' | 'bookingState'>): boolean => state === 'accepted' && tookPlace.includes(bookingState);

/** Theirs, and what the clinic says of the session: not what was said of whoever was booked before. */
export const concerning = <Of extends { interpreterId: string | null }>(marks: readonly Of[], interpreterId: string): Of[] =>
  marks.filter((mark) => mark.interpreterId === null || mark.interpreterId === interpreterId);

type SaidOfDay = Pick<DayFacts, 'hasBegun' | 'hasArrived' | 'isAbsent'>;

/** How far the day has come, by what stands. */
export const saidOfDay = ({ bookingState, interpreterId }: OfferFacts, marks: readonly Pick<StandingMark, 'kind' | 'interpreterId'>[]): SaidOfDay => ({
  hasBegun: bookingState === 'in-progress' || marks.some(({ kind }) => kind === 'started'),
  hasArrived: marks.some((mark) => mark.kind === 'arrived' && mark.interpreterId === interpreterId),
  isAbsent: marks.some(({ kind }) => kind === 'patient-absent'),
});
