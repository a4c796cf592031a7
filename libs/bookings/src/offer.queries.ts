import { NotFound, type Point } from '@dragoman/kernel';
import { feeFor, travelMinutes } from '@dragoman/matching';
import type { ReadTx } from '@dragoman/platform';
import type { Modality } from './booking.entity';
import type { BookingState } from './booking.state';
import type { OfferState } from './offer.entity';

/** All that an interpreter needs to decide; nothing that names the patient. */
export interface OfferFacts {
  offerId: string;
  state: OfferState;
  expiresAt: Date;
  interpreterId: string;
  interpreterName: string;
  interpreterPhone: string;
  interpreterEmail: string;
  organisationId: string;
  bookingId: string;
  bookingState: BookingState;
  /** Who has the place that this offer is for. */
  slotInterpreterId: string | null;
  bookingVersion: number;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  lengthMinutes: number;
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
  homeLatitude: number;
  homeLongitude: number;
}

/** @throws NotFound `offer-not-found`, also where it is somebody else's. */
export const offerFacts = async (tx: ReadTx, offerId: string): Promise<OfferFacts> => {
  const [row] = await tx.query<OfferFactsRow[]>(
    `select o.id as "offerId", o.state, o.expires_at as "expiresAt", i.id as "interpreterId",
            i.display_name as "interpreterName", i.phone as "interpreterPhone", i.email as "interpreterEmail",
            i.hourly_rate as "hourlyRate", i.transport, i.latitude as "homeLatitude", i.longitude as "homeLongitude",
            b.organisation_id as "organisationId", b.id as "bookingId", b.state as "bookingState",
            sl.interpreter_id as "slotInterpreterId", b.version as "bookingVersion",
            b.starts_at as "startsAt", b.ends_at as "endsAt", b.zone, b.length_minutes as "lengthMinutes", b.modality,
            s.name as "siteName", s.address as "siteAddress", s.latitude as "siteLatitude", s.longitude as "siteLongitude",
            v.name_en as "varietyName", ov.name_en as "otherName",
            case sl.role
              when 'relay-patient-side' then json_build_object('varietyName', ov.name_en, 'otherName', bo.name_en)
              when 'relay-clinic-side' then json_build_object('varietyName', bv.name_en, 'otherName', v.name_en) end as partner, b.required_gender as "genderWish", b.asks_conflict as "asksConflict",
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
      where o.id = $1`,
    [offerId],
  );
  if (!row) throw new NotFound('offer-not-found', 'This offer is not yours or no longer exists.');
  const { hourlyRate, transport, homeLatitude, homeLongitude, ...facts } = row;
  const home: Point = { latitude: homeLatitude, longitude: homeLongitude };
  const site: Point = { latitude: facts.siteLatitude, longitude: facts.siteLongitude };
  return {
    ...facts,
    feePence: feeFor(hourlyRate, facts.lengthMinutes),
    travelMinutes: facts.modality === 'in-person' ? travelMinutes(home, site, transport) : null,
  };
};
