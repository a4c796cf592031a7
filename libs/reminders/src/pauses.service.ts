import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { type BookingFacts, bookingFacts } from '@dragoman/bookings';
import { Clock, Conflict, NotFound } from '@dragoman/kernel';
import { Database, LiveHints, type StaffActor, type Tx } from '@dragoman/platform';
import { Intent } from './intent.entity';
import { lockPlan, settleIntent } from './intent.queries';
import { isOutOfTime } from './pause.policy';
import { Plans } from './plans.service';
import { isCurrent } from './saying.policy';

/** Holds a planned message back until somebody lets it go; whoever looks sees who did and when. */
@Injectable()
export class Pauses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly live: LiveHints,
    private readonly audit: Audit,
    private readonly plans: Plans,
  ) {}

  /** A second time changes nothing. @throws NotFound `no-such-message`; Conflict `already-sent`. */
  async pause(actor: StaffActor, bookingId: string, intentId: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const intent = await this.lock(tx, bookingId, intentId);
      if (intent.pausedAt) return;
      await tx.update(Intent, { id: intentId }, { pausedAt: this.clock.now(), pausedBy: actor.accountId });
      await this.tell(tx, actor, 'message.paused', intent);
    });
  }

  /**
   * Sends nothing stale: what is out of time is dropped, and the plan says what the patient still has to hear, and when.
   * @throws NotFound `no-such-message`; Conflict `already-sent`.
   */
  async resume(actor: StaffActor, bookingId: string, intentId: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      await lockPlan(tx, bookingId);
      const intent = await this.lock(tx, bookingId, intentId);
      if (!intent.pausedAt) return;
      await tx.update(Intent, { id: intentId }, { pausedAt: null, pausedBy: null });
      await this.settleStale(tx, intent, await bookingFacts(tx, bookingId));
      await this.plans.recompute(tx, bookingId);
      await this.tell(tx, actor, 'message.resumed', intent);
    });
  }

  private async lock(tx: Tx, bookingId: string, id: string): Promise<Intent> {
    const intent = await tx.findOne(Intent, {
      where: { id, bookingId, recipientKind: 'patient' },
      lock: { mode: 'pessimistic_write' },
    });
    if (!intent) throw new NotFound('no-such-message', 'This message is not planned for this booking.');
    if (intent.state !== 'planned') throw new Conflict('already-sent', 'This message is not waiting any more. Nothing was changed.');
    return intent;
  }

  private async settleStale(tx: Tx, intent: Intent, booking: BookingFacts): Promise<void> {
    const now = this.clock.now();
    if (!isCurrent(intent, booking)) await settleIntent(tx, intent, 'superseded', now);
    else if (isOutOfTime(intent, booking.startsAt, now)) await settleIntent(tx, intent, 'dropped', now);
  }

  private async tell(tx: Tx, { organisationId }: StaffActor, action: string, { id, bookingId, kind }: Intent): Promise<void> {
    await this.audit.record(tx, { action, subject: { kind: 'intent', id }, details: { bookingId, kind } });
    this.live.publish(tx, { organisationId, topic: 'message', id: bookingId });
  }
}
