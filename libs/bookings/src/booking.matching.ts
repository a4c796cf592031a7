import type { MatchRequest } from '@dragoman/matching';
import { organisationPolicy } from '@dragoman/organisations';
import type { Booking } from './booking.entity';

interface SitePoint {
  id: string;
  latitude: number;
  longitude: number;
}

const usual = organisationPolicy.parse({});

/** What is judged; `id` is null while there is no booking yet. */
export type Matched = { id: string | null } & Pick<
  Booking,
  'organisationId' | 'varietyId' | 'topic' | 'startsAt' | 'endsAt' | 'zone' | 'localStart' | 'modality' | 'requiredGender' | 'preferredGender'
>;

/** The one translation of a booking into what matching judges: for list, offer and acceptance alike. */
export const matchRequestOf = (
  booking: Matched,
  site: SitePoint,
  timesSeen: ReadonlyMap<string, number>,
): MatchRequest => ({
  organisationId: booking.organisationId,
  bookingId: booking.id,
  otherId: 'eng',
  role: 'interpreter',
  topic: booking.topic,
  consents: [],
  lowered: [],
  wanted: [],
  notUnderstood: [],
  avoidsLocalArea: false,
  ...usual.matching,
  varietyId: booking.varietyId,
  interval: { start: booking.startsAt, end: booking.endsAt },
  zone: booking.zone,
  date: booking.localStart.slice(0, 10),
  siteId: site.id,
  point: { latitude: site.latitude, longitude: site.longitude },
  modality: booking.modality,
  requiredGender: booking.requiredGender,
  preferredGender: booking.preferredGender,
  timesSeen,
  refused: [],
});
