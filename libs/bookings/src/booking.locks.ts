import { NotFound } from '@dragoman/kernel';
import type { Tx } from '@dragoman/platform';
import { Booking } from './booking.entity';

/**
 * The booking, held until the transaction ends. Always before any interpreter's lock.
 * @throws NotFound `booking-not-found`, also where it belongs to somebody else.
 */
export const lockBooking = async (tx: Tx, id: string): Promise<Booking> => {
  const booking = await tx.findOne(Booking, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!booking) throw new NotFound('booking-not-found', 'There is no such booking.');
  return booking;
};
