import { Conflict, newId } from '@dragoman/kernel';
import { columnsOf, hotRows, type ReadTx, type Tx } from '@dragoman/platform';
import { In } from 'typeorm';
import { Slot, type SlotRole } from './assignment.entity';
import type { Booking } from './booking.entity';
import { Offer } from './offer.entity';
import type { Part } from './staffing.policy';

const isOfWay = ({ pivotId }: Pick<Booking, 'pivotId'>, { role, varietyId, otherId }: Slot): boolean =>
  pivotId === null ? role === 'direct' : (role === 'relay-patient-side' ? otherId : varietyId) === pivotId;

/** All that it ever had, in order. */
export const slotsOf = (tx: ReadTx, bookingId: string): Promise<Slot[]> =>
  hotRows<Slot>(tx, {
    name: 'slots-of-booking',
    text: `select ${columnsOf(tx, Slot, 's')} from bookings.slots s where s.booking_id = $1 order by s.position`,
    values: [bookingId],
  });

/** The slots that have to be filled as this booking is filled now: one or several, or both legs through its pivot. */
export const inUse = (booking: Pick<Booking, 'pivotId'>, slots: readonly Slot[]): Slot[] =>
  slots.filter((slot) => slot.givenUpAt === null && isOfWay(booking, slot));

/** As `inUse`, as they are now. */
export const slotsInUse = async (tx: ReadTx, booking: Pick<Booking, 'id' | 'pivotId'>): Promise<Slot[]> =>
  inUse(booking, await slotsOf(tx, booking.id));

/** Those that are filled without a third language, also of a booking that is filled through one now. */
export const directSlots = async (tx: ReadTx, bookingId: string): Promise<Slot[]> =>
  (await slotsOf(tx, bookingId)).filter(({ role, givenUpAt }) => role === 'direct' && givenUpAt === null);

export const isFree = ({ interpreterId }: Pick<Slot, 'interpreterId'>): boolean => interpreterId === null;

/**
 * The slots that are filled without a third language; the booking is filled that way from here on, also after a relay that came to nothing.
 * @throws Conflict `relay-under-way` while somebody is asked for, or holds, a leg of a relay.
 */
export const goDirect = async (tx: Tx, booking: Booking): Promise<Slot[]> => {
  if (booking.pivotId !== null) {
    const legs = (await slotsInUse(tx, booking)).map(({ id }) => id);
    if (await tx.existsBy(Offer, { slotId: In(legs), state: In(['open', 'accepted']) })) throw relayUnderWay();
    booking.pivotId = null;
  }
  return directSlots(tx, booking.id);
};

export const relayUnderWay = (): Conflict =>
  new Conflict('relay-under-way', 'Two interpreters are asked or booked for a relay. Wait until it has come to nothing, or cancel and book again.');

/** The first place is position 1. */
export const slotFor = ({ id, organisationId }: Pick<Booking, 'id' | 'organisationId'>, part: Part, position: number): Slot => ({
  id: newId(),
  bookingId: id,
  organisationId,
  position,
  role: 'direct',
  varietyId: null,
  otherId: null,
  ...part,
  givenUpAt: null,
  interpreterId: null,
});

type LegRole = Exclude<SlotRole, 'direct'>;

/** Both legs through this language, the patient's side first; made where the booking has none yet. */
export const slotsThrough = async (tx: Tx, booking: Booking, pivotId: string): Promise<[patientSide: Slot, clinicSide: Slot]> => {
  const slots = await tx.findBy(Slot, { bookingId: booking.id });
  const leg = async (role: LegRole, varietyId: string, otherId: string, position: number): Promise<Slot> => {
    const known = slots.find((slot) => slot.role === role && slot.varietyId === varietyId && slot.otherId === otherId);
    if (known) return known;
    const slot = tx.create(Slot, { ...slotFor(booking, { fromMinute: 0, untilMinute: null }, position), role, varietyId, otherId });
    await tx.insert(Slot, slot);
    return slot;
  };
  const next = Math.max(...slots.map(({ position }) => position)) + 1;
  return [
    await leg('relay-patient-side', booking.varietyId, pivotId, next),
    await leg('relay-clinic-side', pivotId, booking.otherId, next + 1),
  ];
};

/** Relays with one leg held and nobody asked for the other. Leans on `legs_that_are_filled`. */
export const heldWithoutHope = async (tx: ReadTx): Promise<string[]> => {
  const rows = await tx.query<{ id: string }[]>(
    `select distinct b.id from bookings.slots s join bookings.bookings b on b.id = s.booking_id
      where s.role <> 'direct' and s.interpreter_id is not null and b.state = 'offering'
        and not exists (select 1 from bookings.offers o join bookings.slots free on free.id = o.slot_id
                         where o.booking_id = b.id and o.state = 'open' and free.interpreter_id is null)
      limit 200`,
  );
  return rows.map(({ id }) => id);
};
