import { Injectable } from '@nestjs/common';
import { AskingInTurn, type Booking, bookingFacts } from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import { Interpreters } from '@dragoman/interpreters';
import { Messages } from '@dragoman/messaging';
import { LiveHints, type Tx } from '@dragoman/platform';
import { composePhoneNowCall } from '@dragoman/words';
import { Round } from './round.entity';
import { Turn, type TurnOutcome } from './turn.entity';
import { outcomeOf } from './turn.policy';

/** Names a call of a round, by which the key that is pressed in it is told apart. */
export const PHONE_NOW = 'phone-now';

/** The next step of a round. The caller holds the booking, so that of two processes one takes it. */
@Injectable()
export class Calling {
  constructor(
    private readonly clock: Clock,
    private readonly turns: AskingInTurn,
    private readonly interpreters: Interpreters,
    private readonly messages: Messages,
    private readonly live: LiveHints,
  ) {}

  /** Bears repeating: whoever still has time is left in peace. */
  async step(tx: Tx, booking: Booking, round: Round): Promise<void> {
    if (round.state !== 'calling') return;
    const current = await this.current(tx, booking.id);
    const outcome = current && (await this.outcome(tx, booking, current));
    if (current && outcome === null) return;
    if (current && outcome) await this.close(tx, current, outcome);
    if (booking.interpreterId !== null) return this.end(tx, round, 'found');
    if (booking.state !== 'requested' && booking.state !== 'offering') return this.end(tx, round, 'stopped');
    await this.callNext(tx, booking, round, current?.offerId ?? null);
  }

  /** Nobody is called any more. */
  async stop(tx: Tx, booking: Booking, round: Round): Promise<void> {
    const current = await this.current(tx, booking.id);
    if (current) {
      await this.close(tx, current, 'stopped');
      await this.turns.end(tx, booking, current.offerId);
    }
    await this.end(tx, round, 'stopped');
  }

  private current(tx: Tx, bookingId: string): Promise<Turn | null> {
    return tx.findOneBy(Turn, { bookingId, outcome: 'calling' });
  }

  private async outcome(tx: Tx, booking: Booking, { until, interpreterId, offerId }: Turn): Promise<Exclude<TurnOutcome, 'calling'> | null> {
    const offer = await this.turns.stateOf(tx, offerId);
    return outcomeOf({ until, interpreterId, offer, bookedId: booking.interpreterId }, this.clock.now());
  }

  private async callNext(tx: Tx, booking: Booking, round: Round, after: string | null): Promise<void> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + round.secondsEach * 1000);
    const asked = await this.turns.next(tx, booking, { among: round.nextIds, until, after });
    if (!asked) return this.end(tx, round, 'nobody');
    const { interpreterId, offerId, left } = asked;
    const { bookingId, organisationId, attempt } = round;
    await tx.update(Round, { bookingId }, { nextIds: left });
    round.nextIds = left;
    await tx.insert(Turn, { offerId, bookingId, organisationId, attempt, interpreterId, calledAt: now, until, outcome: 'calling', endedAt: null });
    await this.ring(tx, booking.id, { interpreterId, offerId, until });
    this.hint(tx, round);
  }

  private async ring(tx: Tx, bookingId: string, { interpreterId, offerId, until }: { interpreterId: string; offerId: string; until: Date }): Promise<void> {
    const { phone, displayName } = await this.interpreters.get(tx, interpreterId);
    const { organisationId, varietyName, lengthMinutes, clinicName } = await bookingFacts(tx, bookingId);
    await this.messages.queue(tx, {
      organisationId,
      intentId: offerId,
      attempt: 1,
      bookingId,
      recipient: { kind: 'interpreter', id: interpreterId, name: displayName },
      kind: PHONE_NOW,
      channel: 'voice',
      address: phone,
      sendBefore: until,
      text: composePhoneNowCall({ clinicName, languageName: varietyName, minutes: lengthMinutes }),
    });
  }

  /** What still waits to ring is taken back; what rings already finds its offer over. */
  private async close(tx: Tx, { offerId }: Turn, outcome: Exclude<TurnOutcome, 'calling'>): Promise<void> {
    await tx.update(Turn, { offerId, outcome: 'calling' }, { outcome, endedAt: this.clock.now() });
    await this.messages.withdraw(tx, [offerId]);
  }

  private async end(tx: Tx, round: Round, state: 'found' | 'nobody' | 'stopped'): Promise<void> {
    round.end(state, this.clock.now());
    await tx.update(Round, { bookingId: round.bookingId }, { state: round.state, endedAt: round.endedAt });
    this.hint(tx, round);
  }

  private hint(tx: Tx, { organisationId, bookingId }: Round): void {
    this.live.publish(tx, { organisationId, topic: 'booking', id: bookingId });
  }
}
