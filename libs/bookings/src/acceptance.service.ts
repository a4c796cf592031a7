import { Injectable } from '@nestjs/common';
import { Clock, Conflict } from '@dragoman/kernel';
import type { RefusedVerdict } from '@dragoman/matching';
import { Database, Events, type InterpreterActor, updateById } from '@dragoman/platform';
import type { Slot } from './assignment.entity';
import { lockWantedOffer, lockOffer } from './booking.locks';
import { BookingRecord } from './booking-record.service';
import { Filling } from './filling.service';
import { Offer } from './offer.entity';
import { inUse, isFree } from './slot.queries';
import { isAlike } from './staffing.policy';

/** What an interpreter says to the conflict question: that nothing stands against it. Whoever thinks of something declines. */
export type ConflictAnswer = 'none' | 'not-asked';

/** An offer and its answer: first acceptance wins, exactly once; silence never accepts. */
@Injectable()
export class Acceptance {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly filling: Filling,
    private readonly record: BookingRecord,
  ) {}

  /**
   * Books the interpreter: every hard rule is judged again under the locks. Accepting twice is accepting once.
   * Where others are looked for beside them it holds their time until all are found.
   * @throws Conflict `already-filled`, `offer-expired`, `offer-withdrawn`, `conflict-unanswered`, `interpreter-busy` or
   * the failed rule's code.
   */
  async accept(actor: InterpreterActor, offerId: string, conflict: ConflictAnswer = 'not-asked'): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const held = await lockWantedOffer(tx, { offerId, interpreterId: actor.interpreterId });
      if (!held) throw filled();
      const { booking, offer, slots } = held;
      if (offer.state === 'accepted') return;
      const slot = openSlot(inUse(booking, slots), offer);
      const now = this.clock.now();
      offer.accept(now);
      if (booking.asksConflict) offer.answerConflict(conflict, now);
      const verdict = await this.filling.judge(tx, booking, slot, actor.interpreterId);
      if (!verdict.eligible) throw whyNotNow(verdict);
      offer.slotId = slot.id;
      const { state, answeredAt, noConflictAt, slotId } = offer;
      updateById(tx, Offer, offer.id, { state, answeredAt, noConflictAt, slotId });
      await this.filling.fill(tx, booking, { slot, offer, serving: verdict });
    });
  }

  /** @throws Conflict as `accept`, if it was answered or closed before. */
  async decline(actor: InterpreterActor, offerId: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const { booking, offer } = await lockOffer(tx, { offerId, interpreterId: actor.interpreterId });
      if (offer.state === 'declined') return;
      const declined = offer.decline(this.clock.now());
      updateById(tx, Offer, offer.id, { state: offer.state, answeredAt: offer.answeredAt });
      await this.record.write(tx, booking, 'declined', { interpreterId: actor.interpreterId, offerId });
      this.events.publish(tx, declined);
    });
  }
}

/**
 * The slot they were asked for, or one that is as good as it where somebody else in the team was faster.
 * @throws Conflict `already-filled`; `offer-withdrawn` where the booking is filled another way by now.
 */
const openSlot = (slots: readonly Slot[], { slotId }: Offer): Slot => {
  const slot = slots.find(({ id }) => id === slotId);
  const open = slot && (isFree(slot) ? slot : slots.find((other) => isFree(other) && isAlike(other, slot)));
  if (open) return open;
  if (slot || !slots.every(isFree)) throw filled();
  throw notNeeded();
};

const filled = (): Conflict => new Conflict('already-filled', 'Somebody else accepted first. Thank you for answering.');
const notNeeded = (): Conflict => new Conflict('offer-withdrawn', 'The clinic has taken this offer back.');

/** What the patient wishes about persons is between them and the clinic: an interpreter never reads that it was about them. */
const neverTold = new Set<string>(['refused-by-patient', 'not-from-local-area']);
const whyNotNow = ({ code, sentence }: RefusedVerdict): Conflict =>
  neverTold.has(code) ? notNeeded() : new Conflict(code, sentence);
