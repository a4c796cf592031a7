import { Injectable } from '@nestjs/common';
import { Clock, Conflict, newId } from '@dragoman/kernel';
import type { Tx } from '@dragoman/platform';
import type { Slot } from './assignment.entity';
import type { Booking } from './booking.entity';
import { lockBooking } from './booking.locks';
import { BookingRecord } from './booking-record.service';
import { Filling } from './filling.service';
import { Offer } from './offer.entity';
import { isFree, slotsInUse } from './slot.queries';
import { oneOfEachKind } from './staffing.policy';

/** What became of asking an agency, for the timeline. */
export type AgencyStep = 'asked' | 'declined' | 'expired' | 'withdrawn' | 'closed' | 'changed' | 'released';

/** Whom an agency sends, and that they know of nothing that stands against it; false where nobody was to ask. */
export interface AgencysWord {
  interpreterId: string;
  asksNoConflict: boolean;
}

/** A slot is filled on an agency's word: under the same locks as any acceptance, by every rule that can be judged. */
@Injectable()
export class AgencyBooking {
  constructor(
    private readonly clock: Clock,
    private readonly filling: Filling,
    private readonly record: BookingRecord,
  ) {}

  /** The booking, held until the transaction ends; before any interpreter. @throws NotFound `booking-not-found`. */
  hold(tx: Tx, bookingId: string): Promise<Booking> {
    return lockBooking(tx, bookingId);
  }

  /** Whether a place is left that one interpreter fills, for all of the time: what an agency was told of a part could be another by the time it answers. */
  async hasPlace(tx: Tx, booking: Booking): Promise<boolean> {
    return (await openSlot(tx, booking)) !== undefined;
  }

  /**
   * First yes wins, an interpreter's own or an agency's.
   * @param booking held. @returns the offer that stands for it.
   * @throws Conflict `already-filled`, `conflict-unanswered`, `agencys-not-possible`, `booking-state`.
   */
  async fill(tx: Tx, booking: Booking, { interpreterId, asksNoConflict }: AgencysWord): Promise<string> {
    const slot = await openSlot(tx, booking);
    if (!slot) throw new Conflict('already-filled', 'Somebody else accepted first. Nothing was booked. Thank you for answering.');
    const offer = this.accepted(tx, booking, slot, interpreterId);
    if (booking.asksConflict) offer.answerConflict(asksNoConflict ? 'none' : 'not-asked', this.clock.now());
    const verdict = await this.filling.judgeAgencys(tx, booking, slot, interpreterId);
    if (!verdict.eligible) throw new Conflict('agencys-not-possible', whyNot[verdict.code] ?? 'This interpreter cannot be booked for it. Please name another.');
    await tx.insert(Offer, offer);
    await this.filling.fill(tx, booking, { slot, offer, serving: verdict });
    return offer.id;
  }

  async note(tx: Tx, booking: Booking, step: AgencyStep, agency: { id: string; name: string }): Promise<void> {
    await this.record.write(tx, booking, 'agency', { step, agencyId: agency.id, agencyName: agency.name });
  }

  hint(tx: Tx, booking: Booking): void {
    this.record.hint(tx, booking);
  }

  /** Answered as soon as it is made: the job's page and messages hang on it. */
  private accepted(tx: Tx, booking: Booking, slot: Slot, interpreterId: string): Offer {
    const now = this.clock.now();
    const { id: bookingId, organisationId, startsAt: expiresAt } = booking;
    const made = { id: newId(), bookingId, organisationId, slotId: slot.id, interpreterId, createdAt: now, expiresAt };
    const offer = tx.create(Offer, { ...made, state: 'open', answeredAt: null, agreed: null, noConflictAt: null });
    offer.agree('by-agency', now);
    return offer;
  }
}

/** What an agency may be told: nothing of whom a patient refuses, nor of where somebody works otherwise. */
const whyNot: Readonly<Record<string, string>> = {
  'interpreter-busy': 'This interpreter is booked at that time already, or would not get there in time. Please name another.',
  'interpreter-travelling': 'This interpreter is booked at that time already, or would not get there in time. Please name another.',
  'daily-hours': 'This interpreter is booked at that time already, or would not get there in time. Please name another.',
};

const openSlot = async (tx: Tx, booking: Booking): Promise<Slot | undefined> => {
  if (booking.pivotId !== null) return undefined;
  const slots = await slotsInUse(tx, booking);
  return oneOfEachKind(slots).length > 1 ? undefined : slots.find(isFree);
};
