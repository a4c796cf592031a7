import { Acceptance, type BookingChange, Bookings, Cancellations, Changes, DirectBooking, GivingBack, OfferWithdrawal } from '@dragoman/bookings';
import { DomainError } from '@dragoman/kernel';
import type { StaffActor } from '@dragoman/platform';
import type { INestApplicationContext } from '@nestjs/common';
import type pg from 'pg';
import type { Dice } from '../../apps/server/src/demo/dice';

export interface Subject {
  id: string;
  staff: StaffActor;
}

/** What one of the crowd did, and what came of it. */
export interface Act {
  what: string;
  /** `done`, the code of a refusal, `lost` where the connection was, or what should never be. */
  outcome: string;
  bookingId: string;
  offerId: string | null;
}

interface OfferRow {
  id: string;
  interpreterId: string;
  state: string;
}

/** Some need everybody to be asked again, some nobody. */
const moves: readonly BookingChange[] = [{ time: '09:40' }, { time: '11:20' }, { time: '14:00' }, { length: 50 }, { modality: 'video' }, { room: 'Room 9' }];

/** A backend that was terminated says so, or nothing at all, or TypeORM has given its connection away already. */
const isLost = (error: unknown): boolean => {
  const { code, message = '' } = ((error as { driverError?: unknown }).driverError ?? error) as { code?: string; message?: string };
  return code?.startsWith('57P') || code === 'ECONNRESET' || code === 'EPIPE' || /connection terminated|not queryable|already released/i.test(message);
};

/** Any of the crowd, on any booking, doing what fits it or does not. */
export const crowdOn = (nest: INestApplicationContext, looking: pg.Pool, interpreters: readonly string[]) => {
  const [acceptance, givingBack] = [nest.get(Acceptance, { strict: false }), nest.get(GivingBack, { strict: false })];
  const [bookings, changes] = [nest.get(Bookings, { strict: false }), nest.get(Changes, { strict: false })];
  const [direct, withdrawal] = [nest.get(DirectBooking, { strict: false }), nest.get(OfferWithdrawal, { strict: false })];

  const offersOf = async (bookingId: string): Promise<OfferRow[]> => {
    const text = 'select id, interpreter_id as "interpreterId", state from bookings.offers where booking_id = $1';
    return (await looking.query<OfferRow>({ name: 'offers', text, values: [bookingId] })).rows;
  };

  const deeds = {
    accept: ({ id, interpreterId }: OfferRow) => acceptance.accept({ kind: 'interpreter', interpreterId }, id),
    decline: ({ id, interpreterId }: OfferRow) => acceptance.decline({ kind: 'interpreter', interpreterId }, id),
    withdraw: ({ id }: OfferRow, { id: bookingId, staff }: Subject) => withdrawal.withdraw(staff, bookingId, id),
    book: ({ interpreterId }: OfferRow, { id, staff }: Subject) =>
      direct.assign(staff, id, { interpreterId, agreed: 'by-phone', conflict: 'not-asked' }),
    'give back': ({ id, interpreterId }: OfferRow) => givingBack.giveBack({ kind: 'interpreter', interpreterId }, id, 'I am ill'),
    move: (_: OfferRow, { id, staff }: Subject, dice: Dice) =>
      changes.change(staff, id, dice.pick<BookingChange>(moves), { revision: 'whatever-it-is' }),
    ask: (_: OfferRow, { id, staff }: Subject, dice: Dice) => bookings.offer(staff, id, [dice.pick(interpreters)]),
    cancel: (_: OfferRow, { id, staff }: Subject) => nest.get(Cancellations, { strict: false }).cancel(staff, id, 'clinic', 'The doctor is ill'),
  };
  type Deed = keyof typeof deeds;
  /** What is still to be answered or held, for the most part; now and then what is over. */
  const suits: Partial<Record<Deed, string>> = { accept: 'open', decline: 'open', withdraw: 'open', 'give back': 'accepted' };
  const often: readonly Deed[] = [
    'accept', 'accept', 'accept', 'accept', 'accept', 'accept', 'decline', 'withdraw', 'book', 'ask', 'ask', 'give back', 'give back', 'give back', 'move',
  ];

  /** @throws nothing: whatever came of it is in the answer. */
  return async (subject: Subject, dice: Dice): Promise<Act> => {
    // Few are cancelled, so that something is left to quarrel about until the end.
    const what: Deed = dice.roll() < 0.02 ? 'cancel' : dice.pick(often);
    const act = { what, bookingId: subject.id, offerId: null as string | null };
    try {
      const offers = await offersOf(subject.id);
      const fitting = offers.filter(({ state }) => state === suits[what]);
      const offer = dice.pick(fitting.length > 0 && dice.roll() < 0.8 ? fitting : offers);
      act.offerId = offer.id;
      await deeds[what](offer, subject, dice);
      return { ...act, outcome: 'done' };
    } catch (error) {
      if (error instanceof DomainError) return { ...act, outcome: error.code };
      return { ...act, outcome: isLost(error) ? 'lost' : `unforeseen: ${String(error)}` };
    }
  };
};
