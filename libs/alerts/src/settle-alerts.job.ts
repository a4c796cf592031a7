import { Injectable, type OnModuleInit } from '@nestjs/common';
import { bookingCancelled, bookingChanged, bookingConfirmed, type BookingFacts, bookingFactsOf, bookingNotMet } from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import { Database, Events, type Tx } from '@dragoman/platform';
import { type FindOptionsWhere, In, LessThan } from 'typeorm';
import { Alert, type SettledReason } from './alert.entity';
import { alertRules, kindsThatEndWhenFilled } from './alert.policy';
import { Alerts } from './alerts.service';
import { alertsToLookAt } from './unfilled.queries';

const filled: readonly BookingFacts['state'][] = ['confirmed', 'in-progress', 'completed'];
const asking: readonly BookingFacts['state'][] = ['requested', 'offering'];

/** What has become of an alert's cause; null while it is still so. What no booking settles stands until somebody has seen it. */
export const whyOver = (
  alert: Pick<Alert, 'kind' | 'bookingVersion' | 'state'>,
  { state, version, endsAt }: Pick<BookingFacts, 'state' | 'version' | 'endsAt'>,
  now: Date,
): SettledReason | null => {
  const isOver = endsAt <= now;
  const isEnded = !filled.includes(state) && !asking.includes(state);
  if (!alertRules[alert.kind].endsWhenFilled || (alert.kind === 'interpreter-absent' && isEnded))
    return alert.state === 'acknowledged' && isOver ? 'over' : null;
  if (filled.includes(state) && version > alert.bookingVersion) return 'filled';
  if (isEnded) return 'cancelled';
  return isOver ? 'over' : null;
};

/** Ends what has settled itself, so that nobody is written to for nothing. */
@Injectable()
export class SettleAlerts implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly alerts: Alerts,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(bookingConfirmed, 'settle-alerts-of-a-filled-booking', ({ organisationId, bookingId }) =>
      this.look({ organisationId, bookingId }),
    );
    this.events.subscribe(bookingCancelled, 'settle-alerts-of-a-cancelled-booking', ({ organisationId, bookingId }) =>
      this.look({ organisationId, bookingId }),
    );
    this.events.subscribe(bookingNotMet, 'settle-alerts-of-what-was-not-met', ({ organisationId, bookingId }) => this.look({ organisationId, bookingId }));
    // What is still so at the new time is raised anew by whoever looks for it.
    this.events.subscribe(bookingChanged, 'settle-alerts-of-what-was-moved', async ({ organisationId, bookingId, version, what }) => {
      const about = { organisationId, bookingId, bookingVersion: LessThan(version), kind: In(kindsThatEndWhenFilled) };
      if (what.includes('when')) await this.as((tx) => this.settleAll(tx, about));
    });
  }

  /** What an event did not end: an appointment that is over, and whatever a dead process left. */
  async sweep(): Promise<void> {
    const ids = await this.database.read({ kind: 'job', job: 'settle-alerts' }, (tx) => alertsToLookAt(tx, this.clock.now()));
    if (ids.length > 0) await this.look({ id: In(ids) });
  }

  private look(about: FindOptionsWhere<Alert>): Promise<void> {
    return this.as((tx) => this.settleThoseOver(tx, about));
  }

  private as(work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.database.transaction({ kind: 'job', job: 'settle-alerts' }, work);
  }

  private async settleAll(tx: Tx, about: FindOptionsWhere<Alert>): Promise<void> {
    await this.alerts.settleThese(tx, await lockStanding(tx, about), 'changed');
  }

  private async settleThoseOver(tx: Tx, about: FindOptionsWhere<Alert>): Promise<void> {
    const standing = await lockStanding(tx, about);
    const bookings = await bookingFactsOf(tx, standing.map(({ bookingId }) => bookingId));
    const now = this.clock.now();
    for (const alert of standing) {
      const booking = bookings.get(alert.bookingId);
      const because = booking ? whyOver(alert, booking, now) : null;
      if (because) await this.alerts.settleThese(tx, [alert], because);
    }
  }
}

const lockStanding = (tx: Tx, about: FindOptionsWhere<Alert>): Promise<Alert[]> =>
  tx.find(Alert, { where: { ...about, state: In(['open', 'acknowledged']) }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
