import { NotFound } from '@dragoman/kernel';
import { columnsOf, entitiesOf, rowsInOrder, send, type Tx } from '@dragoman/platform';
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

/**
 * An interpreter's offer and its booking, held until the transaction ends. The offer is read after the wait for the lock, in the
 * same trip there and back: whoever held the booking before us may have answered it.
 * @throws NotFound `offer-not-found`, also where it is somebody else's.
 */
export const lockOffer = async (
  tx: Tx,
  { offerId, interpreterId }: { offerId: string; interpreterId: string },
): Promise<{ booking: Booking; offer: Offer }> => {
  const mine = 'bookings.offers o where o.id = $1 and o.interpreter_id = $2';
  const values = [offerId, interpreterId];
  const [bookings = [], offers = []] = await rowsInOrder(tx, [
    {
      name: 'lock-booking-of-offer',
      text: `select ${columnsOf(tx, Booking, 'b')} from bookings.bookings b where b.id = (select o.booking_id from ${mine}) for update`,
      values,
    },
    { name: 'offer-under-lock', text: `select ${columnsOf(tx, Offer, 'o')} from ${mine}`, values },
  ]);
  const [[booking], [offer]] = [entitiesOf(Booking, bookings), entitiesOf(Offer, offers)];
  if (!booking || !offer) throw new NotFound('offer-not-found', 'This offer is not yours or no longer exists.');
  booking.heldBy = moverOf(tx.actor);
  return { booking, offer };
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
