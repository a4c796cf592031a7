import { Injectable } from '@nestjs/common';
import { Clock, Conflict, NotFound } from '@dragoman/kernel';
import { Database, Events, type StaffActor, type Tx } from '@dragoman/platform';
import { IsNull } from 'typeorm';
import { Assignment } from './assignment.entity';
import type { Booking } from './booking.entity';
import { consentChanged, consentWithdrawn } from './booking.events';
import { lockBooking } from './booking.locks';
import { BookingNeighbours } from './booking.neighbours';
import { BookingRecord } from './booking-record.service';
import { LanguageConsent } from './consent.entity';
import { assertMayAgree } from './consent.policy';
import { type ConsentInput, takeConsent } from './consent.taking';
import type { EntryKind } from './entry.entity';
import { MatchRequests } from './match-requests.service';
import { Offer } from './offer.entity';
import { Offering } from './offering.service';
import { slotsInUse } from './slot.queries';

const stillAhead = ['requested', 'offering', 'confirmed'];

/** What patients agree to, on a booking that exists: taken, agreed to by a second person, and taken back. */
@Injectable()
export class Consents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly ports: BookingNeighbours,
    private readonly record: BookingRecord,
    private readonly requests: MatchRequests,
    private readonly offering: Offering,
  ) {}

  /** @throws as `takeConsent`, and Conflict `appointment-over`. */
  async take(actor: StaffActor, bookingId: string, input: ConsentInput): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const booking = await this.lock(tx, bookingId);
      await takeConsent({ tx, ports: this.ports, record: this.record, actor, booking, now: this.clock.now() }, input);
      this.events.publish(tx, consentChanged({ organisationId: booking.organisationId, bookingId }));
    });
  }

  /**
   * A coordinator's word about a last resort. Agreed twice is agreed once; a no ends it.
   * @throws Forbidden `not-a-coordinator`, `agreement-by-the-same-person`; Conflict `consent-ended`, `agreement-not-needed`,
   * `appointment-over`; NotFound `consent-not-found`.
   */
  async decide(actor: StaffActor, ids: { bookingId: string; consentId: string }, agrees: 'yes' | 'no'): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const { booking, consent } = await this.lockConsent(tx, ids);
      assertMayAgree(actor, consent.takenBy);
      const now = this.clock.now();
      if (agrees === 'yes') {
        if (!consent.agree(actor.accountId, now)) return;
        await tx.update(LanguageConsent, { id: consent.id }, { agreedBy: consent.agreedBy, agreedAt: consent.agreedAt });
        await this.written(tx, booking, 'consent-agreed', consent);
        this.events.publish(tx, consentChanged({ organisationId: booking.organisationId, bookingId: booking.id }));
      } else if (consent.end('not-agreed', actor.accountId, now)) {
        await this.ended(tx, booking, consent, 'consent-not-agreed');
      }
    });
  }

  /**
   * The patient takes it back: offers that rest on it are withdrawn at once, and where somebody is booked by it a person
   * is told. Taken back twice is taken back once. @throws NotFound `consent-not-found`; Conflict `appointment-over`.
   */
  async withdraw(actor: StaffActor, ids: { bookingId: string; consentId: string }): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const { booking, consent } = await this.lockConsent(tx, ids);
      if (consent.end('withdrawn', actor.accountId, this.clock.now())) await this.ended(tx, booking, consent, 'consent-withdrawn');
    });
  }

  private async lock(tx: Tx, bookingId: string): Promise<Booking> {
    const booking = await lockBooking(tx, bookingId);
    if (!stillAhead.includes(booking.state) || booking.endsAt <= this.clock.now())
      throw new Conflict('appointment-over', 'This appointment has ended or was cancelled. Nothing was changed.');
    return booking;
  }

  private async lockConsent(
    tx: Tx,
    { bookingId, consentId }: { bookingId: string; consentId: string },
  ): Promise<{ booking: Booking; consent: LanguageConsent }> {
    const booking = await this.lock(tx, bookingId);
    const consent = await tx.findOneBy(LanguageConsent, { id: consentId, bookingId });
    if (!consent) throw new NotFound('consent-not-found', 'There is no such consent.');
    return { booking, consent };
  }

  private async ended(tx: Tx, booking: Booking, consent: LanguageConsent, kind: EntryKind): Promise<void> {
    const { id, ended, endedBy, endedAt } = consent;
    await tx.update(LanguageConsent, { id }, { ended, endedBy, endedAt });
    await this.written(tx, booking, kind, consent);
    await this.withdrawOffers(tx, booking);
    const { organisationId, id: bookingId } = booking;
    const { interpreterVariety: varietyId } = consent;
    this.events.publish(tx, consentChanged({ organisationId, bookingId }));
    const restsOnIt = booking.interpreterId !== null && (await tx.existsBy(Assignment, { bookingId, varietyId, releasedAt: IsNull() }));
    if (restsOnIt) this.events.publish(tx, consentWithdrawn({ organisationId, bookingId, consentId: id }));
  }

  /** Judged as an acceptance would judge them now; those of other varieties stay. */
  private async withdrawOffers(tx: Tx, booking: Booking): Promise<void> {
    const slots = await slotsInUse(tx, booking);
    const over: Offer[] = [];
    for (const offer of await tx.findBy(Offer, { bookingId: booking.id, state: 'open' })) {
      const slot = slots.find(({ id }) => id === offer.slotId);
      if (!slot) continue;
      const verdict = await this.ports.matching.check(tx, await this.requests.forSlot(tx, booking, slot), offer.interpreterId);
      if (!verdict.eligible && verdict.refusals.some(({ code }) => restOnConsent.has(code))) over.push(offer);
    }
    await this.offering.end(tx, booking, over, 'withdrawn');
  }

  private written(tx: Tx, booking: Booking, kind: EntryKind, consent: LanguageConsent): Promise<void> {
    const { id: consentId, interpreterVariety, level, how } = consent;
    return this.record.write(tx, booking, kind, { consentId, interpreterVariety, level, how });
  }
}

const restOnConsent = new Set<string>(['language-needs-consent', 'language-last-resort']);
