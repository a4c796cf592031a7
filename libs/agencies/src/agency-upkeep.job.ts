import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  AgencyBooking, type AgencyStep, type Booking, bookingCancelled, bookingChanged, bookingConfirmed, bookingNotMet, slotReopened,
} from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import { messageFailed } from '@dragoman/messaging';
import { Database, Events, Sweeps, type Tx } from '@dragoman/platform';
import { In, LessThanOrEqual } from 'typeorm';
import { Agency } from './agency.entity';
import { agencyFailed } from './agency.events';
import { AgencyMail } from './agency-mail.service';
import { AgencyRequest } from './agency-request.entity';

const SWEEP_MS = 5_000;
const MOST_AT_ONCE = 200;
const job = (name: string) => ({ kind: 'job', job: name }) as const;

/** What becomes of requests to agencies that they did not answer themselves. Every handler bears repeating. */
@Injectable()
export class AgencyUpkeep implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly sweeps: Sweeps,
    private readonly booking: AgencyBooking,
    private readonly mail: AgencyMail,
  ) {}

  onModuleInit(): void {
    const { events } = this;
    events.subscribe(bookingConfirmed, 'close-requests-to-agencies', ({ bookingId }) => this.whenFilled(bookingId));
    events.subscribe(bookingCancelled, 'take-back-from-agencies', ({ bookingId }) => this.whenCancelled(bookingId));
    events.subscribe(bookingNotMet, 'take-back-what-was-not-met', ({ bookingId, offerIds }) => this.whenNotMet(bookingId, offerIds));
    events.subscribe(bookingChanged, 'ask-agencies-no-more-for-what-was', ({ bookingId, offerIds, what }) => this.whenChanged(bookingId, { offerIds, what }));
    events.subscribe(slotReopened, 'tell-agency-whose-interpreter-is-released', ({ bookingId, offerIds }) => this.whenReleased(bookingId, offerIds));
    events.subscribe(messageFailed, 'find-agencies-not-reached', ({ intentId, bookingId }) => this.whenUnreached(bookingId, intentId));
    this.sweeps.every('expire-requests-to-agencies', SWEEP_MS, () => this.expire());
  }

  private whenFilled(bookingId: string): Promise<void> {
    return this.at('close-requests-to-agencies', bookingId, async (tx, booking) => {
      if (!(await this.booking.hasPlace(tx, booking))) await this.end(tx, booking, 'closed');
    });
  }

  private whenCancelled(bookingId: string): Promise<void> {
    return this.at('take-back-from-agencies', bookingId, async (tx, booking) => {
      if (booking.state !== 'cancelled') return;
      await this.end(tx, booking, 'withdrawn');
      await this.release(tx, booking, await tx.findBy(AgencyRequest, { bookingId, state: 'confirmed' }));
    });
  }

  private whenNotMet(bookingId: string, offerIds: readonly string[]): Promise<void> {
    return this.at('take-back-what-was-not-met', bookingId, async (tx, booking) => {
      await this.end(tx, booking, 'withdrawn');
      await this.release(tx, booking, await byOffers(tx, offerIds));
    });
  }

  /** What they were asked is not so any more; whoever is still needed is asked for anew, by a person. */
  private whenChanged(bookingId: string, { offerIds, what }: { offerIds: readonly string[]; what: readonly string[] }): Promise<void> {
    return this.at('ask-agencies-no-more', bookingId, async (tx, booking) => {
      // Of the room no agency was told before it confirmed.
      if (what.some((changed) => changed !== 'room')) await this.end(tx, booking, 'changed');
      await this.release(tx, booking, await byOffers(tx, offerIds));
    });
  }

  private whenReleased(bookingId: string, offerIds: readonly string[]): Promise<void> {
    return this.at('tell-agency-whose-interpreter-is-released', bookingId, async (tx, booking) =>
      this.release(tx, booking, await byOffers(tx, offerIds)),
    );
  }

  /** A person finds another way; the request stays open, for the mail may have arrived after all. */
  private async whenUnreached(bookingId: string | null, requestId: string): Promise<void> {
    if (bookingId === null) return;
    return this.database.transaction(job('find-agencies-not-reached'), async (tx) => {
      const request = await tx.findOneBy(AgencyRequest, { id: requestId, bookingId, state: 'open' });
      if (request) this.events.publish(tx, agencyFailed({ organisationId: request.organisationId, bookingId, requestId, why: 'unreached' }));
    });
  }

  /** Leans on `requests_that_expire`. */
  async expire(): Promise<void> {
    const due = await this.database.read(job('expire-requests-to-agencies'), (tx) =>
      tx.find(AgencyRequest, {
        where: { state: 'open', expiresAt: LessThanOrEqual(this.clock.now()) },
        order: { expiresAt: 'ASC' },
        take: MOST_AT_ONCE,
      }),
    );
    for (const { id, bookingId } of due) await this.expireOne(id, bookingId);
  }

  private expireOne(requestId: string, bookingId: string): Promise<void> {
    return this.at('expire-requests-to-agencies', bookingId, async (tx, booking) => {
      const request = await tx.findOneBy(AgencyRequest, { id: requestId, state: 'open', expiresAt: LessThanOrEqual(this.clock.now()) });
      if (!request) return;
      await this.endOne(tx, booking, request, 'expired');
      this.events.publish(tx, agencyFailed({ organisationId: request.organisationId, bookingId, requestId, why: 'silent' }));
    });
  }

  private async end(tx: Tx, booking: Booking, step: 'closed' | 'withdrawn' | 'changed'): Promise<void> {
    for (const request of await tx.findBy(AgencyRequest, { bookingId: booking.id, state: 'open' })) await this.endOne(tx, booking, request, step);
  }

  private async endOne(tx: Tx, booking: Booking, request: AgencyRequest, step: 'closed' | 'withdrawn' | 'changed' | 'expired'): Promise<void> {
    await this.mail.takeBack(tx, request);
    await this.become(tx, booking, request, { step, state: step === 'changed' ? 'withdrawn' : step });
    await this.mail.write(tx, request, step);
  }

  private async release(tx: Tx, booking: Booking, confirmed: readonly AgencyRequest[]): Promise<void> {
    for (const request of confirmed) {
      await this.become(tx, booking, request, { step: 'released', state: 'released' });
      await this.mail.write(tx, request, 'released');
    }
  }

  private async become(
    tx: Tx,
    booking: Booking,
    request: AgencyRequest,
    { step, state }: { step: AgencyStep; state: 'closed' | 'withdrawn' | 'expired' | 'released' },
  ): Promise<void> {
    request.end(state, this.clock.now());
    await tx.update(AgencyRequest, { id: request.id }, { state, answeredAt: request.answeredAt });
    await this.booking.note(tx, booking, step, await tx.findOneByOrFail(Agency, { id: request.agencyId }));
  }

  private at(name: string, bookingId: string, work: (tx: Tx, booking: Booking) => Promise<void>): Promise<void> {
    return this.database.transaction(job(name), async (tx) => work(tx, await this.booking.hold(tx, bookingId)));
  }
}

const byOffers = (tx: Tx, offerIds: readonly string[]): Promise<AgencyRequest[]> =>
  tx.findBy(AgencyRequest, { offerId: In([...offerIds]), state: 'confirmed' });
