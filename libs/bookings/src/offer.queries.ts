import { type Interval, NotFound, type Point } from '@dragoman/kernel';
import type { Topic } from '@dragoman/languages';
import { feeFor, travelMinutes } from '@dragoman/matching';
import { columnsOf, entitiesOf, hotRows, type ReadTx, type Tx } from '@dragoman/platform';
import type { Modality } from './modality';
import type { BookingState } from './booking.state';
import { Offer, type OfferState, type ReleasedBecause } from './offer.entity';

/** All that an interpreter needs to decide; nothing that names the patient. */
export interface OfferFacts {
  offerId: string;
  state: OfferState;
  /** Of a released one: why it does not count any more. */
  releasedWhy: ReleasedBecause | null;
  expiresAt: Date;
  /** By which it is answered in a text; null where it cannot be. */
  replyCode: string | null;
  interpreterId: string;
  interpreterName: string;
  interpreterPhone: string;
  interpreterEmail: string;
  organisationId: string;
  bookingId: string;
  bookingState: BookingState;
  /** Who has the place that this offer is for; null also where another is as good and free still. */
  slotInterpreterId: string | null;
  bookingVersion: number;
  /** Of their own part, where they take over from somebody or hand over. */
  startsAt: Date;
  endsAt: Date;
  zone: string;
  lengthMinutes: number;
  /** With how many others they work, and how; null: alone, or in a relay. */
  team: { others: number; kind: 'together' | 'handover' } | null;
  modality: Modality;
  siteName: string;
  siteAddress: string;
  siteLatitude: number;
  siteLongitude: number;
  /** What is interpreted in this place, to and from what: the booking's own, or those of one side of a relay. */
  varietyName: string;
  otherName: string;
  /** In a relay: what the second interpreter does. */
  partner: { varietyName: string; otherName: string } | null;
  /** What it is about, as far as that decides who may interpret; null was left blank. */
  topic: Topic | null;
  /** They interpret the very variety, and not one near to it. */
  speaksVariety: boolean;
  /** Required by the patient. */
  genderWish: string | null;
  /** Accepting needs an answer to the conflict question. */
  asksConflict: boolean;
  feePence: number;
  clinicName: string;
  clinicPhone: string | null;
  /** They serve by a variety that is not the patient's own: it starts with a read-back. */
  readBack: boolean;
  /** What they said afterwards; null until they do. */
  understood: boolean | null;
  /** Only for whoever accepted. */
  room: string | null;
  /** From home, in minutes; null for remote work. */
  travelMinutes: number | null;
}

interface OfferFactsRow extends Omit<OfferFacts, 'feePence' | 'travelMinutes'> {
  hourlyRate: number;
  transport: Parameters<typeof travelMinutes>[2];
  /** Null: they come through an agency. */
  homeLatitude: number | null;
  homeLongitude: number | null;
}

/** As `isAlike`, of slots `x` and `sl`, for a place that is not given up. */
const alike = `x.given_up_at is null and (x.role, x.from_minute) = (sl.role, sl.from_minute)
  and (x.variety_id, x.other_id, x.until_minute) is not distinct from (sl.variety_id, sl.other_id, sl.until_minute)`;

/** @throws NotFound `offer-not-found`, also where it is somebody else's. */
export const offerFacts = async (tx: ReadTx, offerId: string): Promise<OfferFacts> => {
  const [facts] = await offerFactsOf(tx, [offerId]);
  if (!facts) throw new NotFound('offer-not-found', 'This offer is not yours or no longer exists.');
  return facts;
};

/** In the order of the appointments; somebody else's are left out. */
export const offerFactsOf = async (tx: ReadTx, offerIds: readonly string[]): Promise<OfferFacts[]> => {
  const rows = await tx.query<OfferFactsRow[]>(
    `select o.id as "offerId", o.state, o.released_why as "releasedWhy", o.expires_at as "expiresAt", o.reply_code as "replyCode", i.id as "interpreterId",
            i.display_name as "interpreterName", i.phone as "interpreterPhone", i.email as "interpreterEmail",
            i.hourly_rate as "hourlyRate", i.transport, i.latitude as "homeLatitude", i.longitude as "homeLongitude",
            b.organisation_id as "organisationId", b.id as "bookingId", b.state as "bookingState",
            case when o.state = 'open' and exists (select from bookings.slots x where x.booking_id = b.id and ${alike} and x.interpreter_id is null)
              then null else sl.interpreter_id end as "slotInterpreterId", b.version as "bookingVersion",
            b.starts_at + make_interval(mins => sl.from_minute) as "startsAt",
            coalesce(b.starts_at + make_interval(mins => sl.until_minute), b.ends_at) as "endsAt", b.zone,
            coalesce(sl.until_minute, b.length_minutes) - sl.from_minute as "lengthMinutes",
            (select json_build_object('others', count(*)::int, 'kind', case when bool_and(${alike}) then 'together' else 'handover' end)
               from bookings.slots x
              where x.booking_id = b.id and x.id <> sl.id and sl.role = 'direct' and x.role = 'direct' and x.given_up_at is null
             having count(*) > 0) as team, b.modality,
            s.name as "siteName", s.address as "siteAddress", s.latitude as "siteLatitude", s.longitude as "siteLongitude",
            v.name_en as "varietyName", ov.name_en as "otherName",
            case sl.role
              when 'relay-patient-side' then json_build_object('varietyName', ov.name_en, 'otherName', bo.name_en)
              when 'relay-clinic-side' then json_build_object('varietyName', bv.name_en, 'otherName', v.name_en) end as partner,
            b.topic, exists (select from interpreters.skills k where k.interpreter_id = o.interpreter_id and v.id in (k.variety_id, k.other_id)) as "speaksVariety",
            b.required_gender as "genderWish", b.asks_conflict as "asksConflict",
            c.name as "clinicName", c.phone as "clinicPhone",
            coalesce(a.level <> 'exact', false) as "readBack", u.understood,
            case when o.state = 'accepted' then b.room end as room
       from bookings.offers o
       join bookings.bookings b on b.id = o.booking_id
       join bookings.slots sl on sl.id = o.slot_id
       join interpreters.interpreters i on i.id = o.interpreter_id
       join organisations.organisations c on c.id = b.organisation_id
       join organisations.sites s on s.id = b.site_id
       join languages.varieties bv on bv.id = b.variety_id
       join languages.varieties bo on bo.id = b.other_id
       join languages.varieties v on v.id = coalesce(sl.variety_id, b.variety_id)
       join languages.varieties ov on ov.id = coalesce(sl.other_id, b.other_id)
       left join bookings.assignments a on a.offer_id = o.id and a.released_at is null
       left join bookings.understandings u on u.booking_id = b.id and u.side = 'interpreter' and u.interpreter_id = o.interpreter_id
      where o.id = any($1::uuid[])
      order by b.starts_at + make_interval(mins => sl.from_minute), o.id`,
    [offerIds],
  );
  return rows.map(factsIn);
};

const factsIn = (row: OfferFactsRow): OfferFacts => {
  const { hourlyRate, transport, homeLatitude, homeLongitude, ...facts } = row;
  const home: Point | null = homeLatitude === null || homeLongitude === null ? null : { latitude: homeLatitude, longitude: homeLongitude };
  const site: Point = { latitude: facts.siteLatitude, longitude: facts.siteLongitude };
  return {
    ...facts,
    feePence: feeFor(hourlyRate, facts.lengthMinutes),
    travelMinutes: facts.modality === 'in-person' && home !== null ? travelMinutes(home, site, transport) : null,
  };
};

/**
 * Writes an open offer under this code, unless its interpreter is being asked under the same code already, by whomever:
 * another organisation's offer is not to be seen, but `an_open_offer_is_known_by_its_code` counts it.
 * @returns whether it was written.
 */
export const insertOffer = async (tx: Tx, offer: Offer, code: string): Promise<boolean> => {
  const { id, bookingId, organisationId, interpreterId, slotId, expiresAt, createdAt } = offer;
  const written = await hotRows(tx, {
    name: 'insert-offer',
    text: `insert into bookings.offers
             (id, booking_id, organisation_id, interpreter_id, slot_id, state, expires_at, created_at, reply_code)
           values ($1, $2, $3, $4, $5, 'open', $6, $7, $8)
           on conflict (interpreter_id, reply_code) where state = 'open' do nothing
           returning id`,
    values: [id, bookingId, organisationId, interpreterId, slotId, expiresAt, createdAt, code],
  });
  return written.length > 0;
};

/** Whoever is being asked, whether or not the time to answer is over. Leans on `offers_of_a_booking`. */
export const openOffers = async (tx: ReadTx, bookingId: string): Promise<Offer[]> =>
  entitiesOf(Offer, await hotRows(tx, {
    name: 'open-offers',
    text: `select ${columnsOf(tx, Offer, 'o')} from bookings.offers o where o.booking_id = $1 and o.state = 'open'`,
    values: [bookingId],
  }));

export interface CodedOffer {
  offerId: string;
  interpreterId: string;
  state: OfferState;
}

/**
 * What an organisation offered to one of these under a code, as long as the job is not over: the open one, else the last.
 * Leans on `offers_by_code`.
 */
export const offersByCode = (
  tx: ReadTx,
  { organisationId, interpreterIds, code }: { organisationId: string; interpreterIds: readonly string[]; code: string },
  now: Date,
): Promise<CodedOffer[]> =>
  tx.query<CodedOffer[]>(
    `select distinct on (o.interpreter_id) o.id as "offerId", o.interpreter_id as "interpreterId", o.state
       from bookings.offers o join bookings.bookings b on b.id = o.booking_id
      where o.reply_code = $1 and o.interpreter_id = any($2::uuid[]) and o.organisation_id = $3 and b.ends_at > $4
      order by o.interpreter_id, (o.state = 'open') desc, o.created_at desc`,
    [code, interpreterIds, organisationId, now],
  );

/** Newest first. Leans on `offers_of_an_interpreter`. */
export const offersTo = (
  tx: ReadTx,
  { organisationId, interpreterIds }: { organisationId: string; interpreterIds: readonly string[] },
  now: Date,
): Promise<(CodedOffer & { isOpen: boolean })[]> =>
  tx.query<(CodedOffer & { isOpen: boolean })[]>(
    `select o.id as "offerId", o.interpreter_id as "interpreterId", o.state,
            o.state = 'open' and o.expires_at > $3 as "isOpen"
       from bookings.offers o
      where o.interpreter_id = any($1::uuid[]) and o.organisation_id = $2
      order by o.created_at desc, o.id desc
      limit 100`,
    [interpreterIds, organisationId, now],
  );

/** When the job was that somebody had accepted, before it changed and they were freed; null where it did not change. */
export const agreedBefore = async (tx: ReadTx, { offerId, bookingId }: { offerId: string; bookingId: string }): Promise<{ startsAt: Date; endsAt: Date } | null> => {
  const [row] = await tx.query<{ startsAt: Date; endsAt: Date }[]>(
    `select (e.detail->'was'->>'startsAt')::timestamptz as "startsAt", (e.detail->'was'->>'endsAt')::timestamptz as "endsAt"
       from bookings.entries e
      where e.booking_id = $1 and e.kind = 'changed' and e.detail->'offerIds' ? $2
      order by e.at desc, e.id desc limit 1`,
    [bookingId, offerId],
  );
  return row ?? null;
};

/** What an interpreter has been asked and has time to answer, the most urgent first. Leans on `offers_of_an_interpreter`. */
export const openOffersOf = async (tx: ReadTx, interpreterId: string, now: Date): Promise<string[]> => {
  const rows = await tx.query<{ id: string }[]>(
    `select o.id from bookings.offers o where o.interpreter_id = $1 and o.state = 'open' and o.expires_at > $2 order by o.expires_at, o.id limit 50`,
    [interpreterId, now],
  );
  return rows.map(({ id }) => id);
};

/**
 * What an interpreter accepted and still holds, and what was cancelled of it, in order of the appointments. Those of one booking for which
 * they were asked again are one job. Leans on `offers_of_an_interpreter`.
 */
export const acceptedOffersOf = async (tx: ReadTx, interpreterId: string, { start, end }: Interval): Promise<string[]> => {
  const rows = await tx.query<{ id: string }[]>(
    `select o.id
       from bookings.offers o join bookings.bookings b on b.id = o.booking_id
      where o.interpreter_id = $1 and o.state = 'accepted' and b.starts_at < $3 and b.ends_at > $2
      order by b.starts_at, o.id limit 500`,
    [interpreterId, start, end],
  );
  return rows.map(({ id }) => id);
};
