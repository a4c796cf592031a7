import { Acceptance, Bookings, DirectBooking, OfferWithdrawal } from '@dragoman/bookings';
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

/** A backend that was terminated says so, or nothing at all, or TypeORM has given its connection away already. */
const isLost = (error: unknown): boolean => {
  const { code, message = '' } = ((error as { driverError?: unknown }).driverError ?? error) as { code?: string; message?: string };
  return code?.startsWith('57P') || code === 'ECONNRESET' || code === 'EPIPE' || /connection terminated|not queryable|query runner already released/i.test(message);
};

/** Any of the crowd, on any booking, doing what fits it or does not. */
export const crowdOn = (nest: INestApplicationContext, looking: pg.Pool, interpreters: readonly string[]) => {
  const services = {
    acceptance: nest.get(Acceptance, { strict: false }), bookings: nest.get(Bookings, { strict: false }),
    direct: nest.get(DirectBooking, { strict: false }), withdrawal: nest.get(OfferWithdrawal, { strict: false }),
  };
  const { acceptance, bookings, direct, withdrawal } = services;

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
    ask: (_: OfferRow, { id, staff }: Subject, dice: Dice) => bookings.offer(staff, id, [dice.pick(interpreters)]),
    cancel: (_: OfferRow, { id, staff }: Subject) => bookings.cancel(staff, id, 'clinic', 'The doctor is ill'),
  };
  type Deed = keyof typeof deeds;
  const often: readonly Deed[] = [
    'accept', 'accept', 'accept', 'accept', 'accept', 'accept', 'decline', 'decline', 'withdraw', 'book', 'ask', 'ask',
  ];

  /** @throws nothing: whatever came of it is in the answer. */
  return async (subject: Subject, dice: Dice): Promise<Act> => {
    // Few are cancelled, so that something is left to quarrel about until the end.
    const what: Deed = dice.roll() < 0.02 ? 'cancel' : dice.pick(often);
    const act = { what, bookingId: subject.id, offerId: null as string | null };
    try {
      const offer = dice.pick(await offersOf(subject.id));
      act.offerId = offer.id;
      await deeds[what](offer, subject, dice);
      return { ...act, outcome: 'done' };
    } catch (error) {
      if (error instanceof DomainError) return { ...act, outcome: error.code };
      return { ...act, outcome: isLost(error) ? 'lost' : `unforeseen: ${String(error)}` };
    }
  };
};
