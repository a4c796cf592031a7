import { wallClock } from '@dragoman/kernel';
import { clinicLeg, type MatchRequest, patientLeg } from '@dragoman/matching';
import type { Slot } from './assignment.entity';
import type { Booking } from './booking.entity';
import { partOf } from './staffing.policy';

interface SitePoint {
  id: string;
  latitude: number;
  longitude: number;
}

/** What is judged; `id` is null while there is no booking yet. */
export type Matched = { id: string | null } & Pick<
  Booking,
  | 'organisationId'
  | 'varietyId'
  | 'otherId'
  | 'topic'
  | 'startsAt'
  | 'endsAt'
  | 'zone'
  | 'localStart'
  | 'modality'
  | 'requiredGender'
  | 'preferredGender'
  | 'avoidsLocalArea'
  | 'lowered'
  | 'notUnderstood'
>;

/** What stands beside the booking's own row. */
export interface Circumstances extends Pick<MatchRequest, 'timesSeen' | 'consents' | 'wanted' | 'refused' | 'localAreaKm' | 'weights'> {
  site: SitePoint;
}

/** The one translation of a booking into what matching judges: for list, offer, direct booking and acceptance alike. */
export const matchRequestOf = (booking: Matched, { site, ...circumstances }: Circumstances): MatchRequest => ({
  ...circumstances,
  organisationId: booking.organisationId,
  bookingId: booking.id,
  otherId: booking.otherId,
  role: 'interpreter',
  topic: booking.topic,
  lowered: booking.lowered,
  notUnderstood: booking.notUnderstood,
  avoidsLocalArea: booking.avoidsLocalArea,
  varietyId: booking.varietyId,
  interval: { start: booking.startsAt, end: booking.endsAt },
  zone: booking.zone,
  date: booking.localStart.slice(0, 10),
  siteId: site.id,
  point: { latitude: site.latitude, longitude: site.longitude },
  modality: booking.modality,
  requiredGender: booking.requiredGender,
  preferredGender: booking.preferredGender,
});

/** What is judged for one slot: the booking's own languages or those of a leg, and the part of its time that whoever fills it works. */
export const requestForSlot = (request: MatchRequest, booking: Matched, slot: Slot): MatchRequest => {
  const { start, end } = partOf(booking, slot);
  const date = slot.fromMinute === 0 ? request.date : wallClock(start, booking.zone).date;
  return legOf({ ...request, interval: { start, end }, date }, slot);
};

/** As a relay's leg is judged; a direct slot as the booking. */
export const legOf = (request: MatchRequest, { role, varietyId, otherId }: Pick<Slot, 'role' | 'varietyId' | 'otherId'>): MatchRequest => {
  if (varietyId === null || otherId === null) return request;
  return role === 'relay-clinic-side' ? clinicLeg({ ...request, otherId }, varietyId) : patientLeg({ ...request, varietyId }, otherId);
};
