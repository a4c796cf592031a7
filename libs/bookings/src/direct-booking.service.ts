import { Injectable } from '@nestjs/common';
import { Clock, Conflict, newId } from '@dragoman/kernel';
import { Database, type StaffActor, type Tx } from '@dragoman/platform';
import { MoreThan } from 'typeorm';
import type { ConflictAnswer } from './acceptance.service';
import type { Slot } from './assignment.entity';
import { Booking } from './booking.entity';
import { notPossible } from './booking.errors';
import { lockBooking } from './booking.locks';
import { Filling } from './filling.service';
import { type Agreement, Offer } from './offer.entity';
import { Offering } from './offering.service';
import { goDirect, isFree } from './slot.queries';

export interface HeardYes {
  interpreterId: string;
  agreed: Agreement;
  conflict: ConflictAnswer;
}

/** Staff write down a yes that somebody heard; nothing else books without the interpreter's own answer. */
@Injectable()
export class DirectBooking {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly filling: Filling,
    private readonly offering: Offering,
  ) {}

  /**
   * Under the same locks and rules as an acceptance; whoever else is being asked is told that it is filled.
   * Booking the same person twice is booking once.
   * @throws Conflict `already-filled`, `relay-under-way`, `conflict-unanswered`, `interpreter-not-possible`, `booking-state`.
   */
  async assign(actor: StaffActor, bookingId: string, { interpreterId, agreed, conflict }: HeardYes): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const booking = await lockBooking(tx, bookingId);
      const slots = await goDirect(tx, booking);
      if (slots.some((slot) => slot.interpreterId === interpreterId)) return;
      if (!slots.some(isFree)) throw new Conflict('already-filled', 'Somebody is booked already. Nothing was changed.');
      const places = await this.offering.placesFor(tx, booking, slots, [interpreterId]);
      for (const { slot, interpreterIds } of places) if (interpreterIds.length > 0) await this.fillIn(tx, booking, slot, { interpreterId, agreed, conflict });
    });
  }

  /** As `assign`, for whoever holds the booking and found this slot free. */
  async fillIn(tx: Tx, booking: Booking, slot: Slot, { interpreterId, agreed, conflict }: HeardYes): Promise<void> {
    const { offer, isNew } = await this.offerTo(tx, booking, slot.id, interpreterId);
    offer.agree(agreed, this.clock.now());
    if (booking.asksConflict) offer.answerConflict(conflict, this.clock.now());
    const verdict = await this.filling.judge(tx, booking, slot, interpreterId);
    if (!verdict.eligible) throw notPossible(verdict);
    const { state, answeredAt, noConflictAt } = offer;
    if (isNew) await tx.insert(Offer, offer);
    else await tx.update(Offer, { id: offer.id }, { state, answeredAt, noConflictAt, agreed, slotId: slot.id });
    await tx.update(Booking, { id: booking.id }, { pivotId: booking.pivotId });
    await this.filling.fill(tx, booking, { slot, offer, serving: verdict });
  }

  /** The one they are being asked with, for whichever place, or one that is answered as soon as it is made: the job's page and messages hang on it. */
  private async offerTo(tx: Tx, booking: Booking, slotId: string, interpreterId: string): Promise<{ offer: Offer; isNew: boolean }> {
    const now = this.clock.now();
    const bookingId = booking.id;
    const open = await tx.findOneBy(Offer, { bookingId, interpreterId, state: 'open', expiresAt: MoreThan(now) });
    if (open) return { offer: open, isNew: false };
    const { organisationId } = booking;
    const made = { id: newId(), bookingId, organisationId, slotId, interpreterId, createdAt: now, expiresAt: booking.startsAt };
    return { offer: tx.create(Offer, { ...made, state: 'open', answeredAt: null, agreed: null, noConflictAt: null }), isNew: true };
  }
}
