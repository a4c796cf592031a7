import { Injectable } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import { Organisations, type OrganisationPolicy } from '@dragoman/organisations';
import { beingCalled } from '@dragoman/phone-now';
import { Database, type Tx } from '@dragoman/platform';
import { Alerts } from './alerts.service';
import { unfilledSince } from './unfilled.policy';
import { type UnfilledBooking, unfilledWithin } from './unfilled.queries';

const actor = { kind: 'job', job: 'raise-unfilled' } as const;

/**
 * Filled and given back, or moved, it is another cause: whoever acknowledged the first has not seen this. Another way of being
 * held is not: somebody is seeing to it.
 */
const causeOf = ({ startsAt, timesFilled }: UnfilledBooking, hours: number): string =>
  `${hours} hours before ${startsAt.toISOString()}, filled ${timesFilled} times before`;

/** Nothing comes near its start unfilled and unseen: each threshold alerts once, also of what was acknowledged before. */
@Injectable()
export class RaiseUnfilled {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
    private readonly alerts: Alerts,
  ) {}

  async sweep(): Promise<void> {
    const organisations = await this.database.read(actor, (tx) => this.organisations.all(tx));
    for (const { id, policy } of organisations)
      await this.database.transaction(actor, (tx) => this.raise(tx, id, policy.alerts));
  }

  private async raise(tx: Tx, organisationId: string, policy: OrganisationPolicy['alerts']): Promise<void> {
    const now = this.clock.now();
    const unfilled = await unfilledWithin(tx, { organisationId, hours: policy.unfilledHours, now });
    const called = await beingCalled(tx, organisationId);
    // While interpreters are rung one after the other somebody sits there and sees to it.
    for (const booking of unfilled.filter(({ id }) => !called.has(id))) {
      const hours = unfilledSince(booking, now, policy);
      const cause = hours === null ? null : causeOf(booking, hours);
      if (cause !== null && !booking.raised.includes(cause))
        await this.alerts.raise(tx, { organisationId, bookingId: booking.id, kind: 'unfilled', cause });
    }
  }
}
