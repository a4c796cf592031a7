import { Conflict, newId } from '@dragoman/kernel';
import type { ReadTx, Tx } from '@dragoman/platform';
import { In } from 'typeorm';
import { Slot } from './assignment.entity';
import type { Booking } from './booking.entity';
import { Offer } from './offer.entity';

const isOfWay = ({ pivotId }: Pick<Booking, 'pivotId'>, { role, varietyId, otherId }: Slot): boolean =>
  pivotId === null ? role === 'direct' : (role === 'relay-patient-side' ? otherId : varietyId) === pivotId;

/** The slots that have to be filled as this booking is filled now: one, or both legs through its pivot. */
export const slotsInUse = async (tx: ReadTx, booking: Pick<Booking, 'id' | 'pivotId'>): Promise<Slot[]> => {
  const slots = await tx.find(Slot, { where: { bookingId: booking.id }, order: { position: 'ASC' } });
  return slots.filter((slot) => isOfWay(booking, slot));
};

/**
 * The slot that one interpreter fills alone; the booking is filled that way from here on.
 * @throws Conflict `relay-under-way` while somebody is asked for, or holds, a leg of a relay.
 */
export const directSlot = async (tx: Tx, booking: Booking): Promise<Slot> => {
  if (booking.pivotId !== null) {
    const legs = (await slotsInUse(tx, booking)).map(({ id }) => id);
    if (await tx.existsBy(Offer, { slotId: In(legs), state: In(['open', 'accepted']) })) throw relayUnderWay();
    booking.pivotId = null;
  }
  return tx.findOneByOrFail(Slot, { bookingId: booking.id, role: 'direct' });
};

export const relayUnderWay = (): Conflict =>
  new Conflict('relay-under-way', 'Two interpreters are being asked for a relay. Wait for their answers, or cancel and book again.');

export const directSlotOf = ({ id, organisationId }: Pick<Booking, 'id' | 'organisationId'>): Slot => ({
  id: newId(),
  bookingId: id,
  organisationId,
  position: 1,
  role: 'direct',
  varietyId: null,
  otherId: null,
  interpreterId: null,
});
