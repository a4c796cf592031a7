import { NotFound } from '@dragoman/kernel';
import { columnsOf, entitiesOf, rowsInOrder, send, type Tx } from '@dragoman/platform';
import { Slot } from './assignment.entity';
import { Booking } from './booking.entity';
import { moverOf } from './booking.state';
import { Offer } from './offer.entity';

/**
 * The booking, held until the transaction ends. Always before any interpreter's lock.
 * @throws NotFound `booking-not-found`, also where it belongs to somebody else.
 */
export const lockBooking = async (tx: Tx, id: string): Promise<Booking> => {
  const booking = await tx.findOne(Booking, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!booking) throw new NotFound('booking-not-found', 'There is no such booking.');
  booking.heldBy = moverOf(tx.actor);
  return booking;
};

type Mine = { offerId: string; interpreterId: string };
interface HeldOffer {
  booking: Booking;
  offer: Offer;
  /** All that the booking ever had. */
  slots: Slot[];
}

const mine = 'bookings.offers o where o.id = $1 and o.interpreter_id = $2';
const mineAndWanted = `${mine} and exists (select from bookings.slots s where s.booking_id = o.booking_id and coalesce(s.interpreter_id, $2) = $2)`;

/**
 * The offer and the slots are read after the wait for the booking, in the same trip: whoever held it before us may have answered
 * the one and filled the other.
 */
const heldOffer = async (tx: Tx, { offerId, interpreterId }: Mine, locking: { name: string; text: string }): Promise<HeldOffer | null> => {
  const values = [offerId, interpreterId];
  const [bookings = [], offers = [], slots = []] = await rowsInOrder(tx, [
    { ...locking, values },
    { name: 'offer-under-lock', text: `select ${columnsOf(tx, Offer, 'o')} from ${mine}`, values },
    {
      name: 'slots-under-lock',
      text: `select ${columnsOf(tx, Slot, 's')} from bookings.slots s where s.booking_id = (select o.booking_id from ${mine}) order by s.position`,
      values,
    },
  ]);
  const [[booking], [offer]] = [entitiesOf(Booking, bookings), entitiesOf(Offer, offers)];
  if (!offer) throw new NotFound('offer-not-found', 'This offer is not yours or no longer exists.');
  if (!booking) return null;
  booking.heldBy = moverOf(tx.actor);
  return { booking, offer, slots: entitiesOf(Slot, slots) };
};

/**
 * An interpreter's offer and its booking, held until the transaction ends.
 * @throws NotFound `offer-not-found`, also where it is somebody else's.
 */
export const lockOffer = async (tx: Tx, asked: Mine): Promise<HeldOffer> => {
  const text = `select ${columnsOf(tx, Booking, 'b')} from bookings.bookings b where b.id = (select o.booking_id from ${mine}) for update`;
  const held = await heldOffer(tx, asked, { name: 'lock-booking-of-offer', text });
  if (!held) throw new NotFound('booking-not-found', 'There is no such booking.');
  return held;
};

/**
 * As `lockOffer`, for whoever wants a place: where others have all that there are they neither wait for the booking nor make
 * others wait, and get null.
 */
export const lockWantedOffer = (tx: Tx, asked: Mine): Promise<HeldOffer | null> => {
  const text = `select ${columnsOf(tx, Booking, 'b')} from bookings.bookings b where b.id = (select o.booking_id from ${mineAndWanted}) for update`;
  return heldOffer(tx, asked, { name: 'lock-booking-of-wanted-offer', text });
};

/**
 * What is lowered for a patient, held until the transaction ends: two answers at once, or an answer and a new booking, would
 * else not see each other. Always before any booking, because all that the patient has booked may be written under it.
 */
export const lockLowered = (tx: Tx, patientId: string): void =>
  send(tx, { name: 'lock-lowered', text: 'select pg_advisory_xact_lock(hashtextextended($1, 160))', values: [patientId] });

/** Held until the transaction ends: the same form sent twice finds here what was booked the first time. */
export const lockRequest = async (tx: Tx, { organisationId, requestKey }: { organisationId: string; requestKey: string }): Promise<Booking | undefined> => {
  const [, known = []] = await rowsInOrder(tx, [
    { name: 'lock-request', text: 'select pg_advisory_xact_lock(hashtextextended($1, 2))', values: [requestKey] },
    {
      name: 'booked-under',
      text: `select ${columnsOf(tx, Booking, 'b')} from bookings.bookings b where b.organisation_id = $1 and b.request_key = $2`,
      values: [organisationId, requestKey],
    },
  ]);
  return entitiesOf(Booking, known)[0];
};

/** Both, in that order. @throws as `lockBooking`. */
export const lockBookingAndLowered = async (tx: Tx, id: string): Promise<Booking> => {
  const found = await tx.findOne(Booking, { select: { id: true, patientId: true }, where: { id } });
  if (found) lockLowered(tx, found.patientId);
  return lockBooking(tx, id);
};
