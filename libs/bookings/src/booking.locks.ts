import { NotFound } from '@dragoman/kernel';
import type { Tx } from '@dragoman/platform';
import { Booking } from './booking.entity';
import { moverOf } from './booking.state';

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
 * What is lowered for a patient, held until the transaction ends: two answers at once, or an answer and a new booking, would
 * else not see each other. Always before any booking, because all that the patient has booked may be written under it.
 */
export const lockLowered = async (tx: Tx, patientId: string): Promise<void> => {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 160))', [patientId]);
};

/** Both, in that order. @throws as `lockBooking`. */
export const lockBookingAndLowered = async (tx: Tx, id: string): Promise<Booking> => {
  const found = await tx.findOne(Booking, { select: { id: true, patientId: true }, where: { id } });
  if (found) await lockLowered(tx, found.patientId);
  return lockBooking(tx, id);
};
