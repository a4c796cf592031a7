import { travelMinutes } from '@dragoman/matching';
import type { ReadTx } from '@dragoman/platform';
import type { OfferFacts } from './offer.queries';

/** How an interpreter comes to a job. */
export interface Journey {
  /** Estimated from the distance. */
  minutes: number;
  /** The job that they come from; null: from home. */
  from: { name: string; endsAt: Date } | null;
}

type Destination = Pick<OfferFacts, 'offerId' | 'startsAt' | 'zone' | 'modality' | 'siteLatitude' | 'siteLongitude' | 'travelMinutes'>;

interface PlaceBefore {
  offerId: string;
  name: string;
  endsAt: Date;
  latitude: number;
  longitude: number;
  transport: Parameters<typeof travelMinutes>[2];
}

/**
 * By offer, for jobs that one travels to: from where they are in person before, on the same day, whoever booked that, else from home. Nobody
 * travels to a place where they are already. Leans on `commitments_of_an_interpreter`.
 */
export const journeysTo = async (tx: ReadTx, interpreterId: string, jobs: readonly Destination[]): Promise<ReadonlyMap<string, Journey>> => {
  const there = jobs.filter(({ modality }) => modality === 'in-person');
  const before = new Map((await placesBefore(tx, interpreterId, there)).map((place) => [place.offerId, place]));
  return new Map(there.flatMap((job) => {
    const journey = journeyTo(job, before.get(job.offerId));
    return journey ? [[job.offerId, journey]] : [];
  }));
};

const journeyTo = ({ siteLatitude, siteLongitude, travelMinutes: fromHome }: Destination, place: PlaceBefore | undefined): Journey | null => {
  if (!place) return fromHome === null ? null : { minutes: fromHome, from: null };
  const [latitude, longitude] = [siteLatitude, siteLongitude];
  if (place.latitude === latitude && place.longitude === longitude) return null;
  return { minutes: travelMinutes(place, { latitude, longitude }, place.transport), from: { name: place.name, endsAt: place.endsAt } };
};

const placesBefore = (tx: ReadTx, interpreterId: string, jobs: readonly Destination[]): Promise<PlaceBefore[]> =>
  tx.query<PlaceBefore[]>(
    `select job.id as "offerId", last.name, last.ends_at as "endsAt", last.latitude, last.longitude, i.transport
       from unnest($2::uuid[], $3::timestamptz[], $4::text[]) as job (id, starts_at, zone)
       join interpreters.interpreters i on i.id = $1
       cross join lateral (
         select s.name, c.ends_at, c.latitude, c.longitude
           from interpreters.commitments c join organisations.sites s on s.id = c.site_id
          where c.interpreter_id = $1 and c.modality = 'in-person' and c.starts_at < job.starts_at and c.ends_at <= job.starts_at
            and (c.ends_at at time zone job.zone)::date = (job.starts_at at time zone job.zone)::date
          order by c.starts_at desc limit 1) last`,
    [interpreterId, jobs.map(({ offerId }) => offerId), jobs.map(({ startsAt }) => startsAt), jobs.map(({ zone }) => zone)],
  );
