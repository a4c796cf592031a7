import { Injectable } from '@nestjs/common';
import { AgencyBooking } from '@dragoman/bookings';
import { Clock, newId } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { Database, type StaffActor } from '@dragoman/platform';
import { Agency } from './agency.entity';
import { agencyInactive, noSuchAgency, noSuchRequest, notToBePassed } from './agency.errors';
import { AgencyMail } from './agency-mail.service';
import { AgencyRequest } from './agency-request.entity';
import { requestExpiry } from './request.policy';

const toBeFilled: readonly string[] = ['requested', 'offering'];

/** Staff pass a booking to an agency, and take that back. */
@Injectable()
export class AgencyRequests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
    private readonly booking: AgencyBooking,
    private readonly mail: AgencyMail,
  ) {}

  /**
   * The agency is written to; whoever else is being asked goes on being asked, and the booking stays unfilled until somebody
   * says yes. Passing it twice is passing it once.
   * @returns the request. @throws NotFound `booking-not-found`, `agency-not-found`; Conflict `agency-inactive`, `nothing-to-pass`.
   */
  async pass(actor: StaffActor, bookingId: string, agencyId: string): Promise<string> {
    return this.database.transaction(actor, async (tx) => {
      const booking = await this.booking.hold(tx, bookingId);
      const agency = await tx.findOneBy(Agency, { id: agencyId });
      if (!agency) throw noSuchAgency();
      const asked = await tx.findOneBy(AgencyRequest, { bookingId, agencyId, state: 'open' });
      if (asked) return asked.id;
      if (!agency.active) throw agencyInactive();
      const now = this.clock.now();
      if (!toBeFilled.includes(booking.state) || booking.startsAt <= now || !(await this.booking.hasPlace(tx, booking))) throw notToBePassed();
      const { policy } = await this.organisations.get(tx, actor.organisationId);
      const request = tx.create(AgencyRequest, {
        id: newId(),
        organisationId: actor.organisationId,
        agencyId,
        bookingId,
        state: 'open',
        askedBy: actor.accountId,
        createdAt: now,
        expiresAt: requestExpiry(now, booking.startsAt, policy.agencies.answerHours),
        answeredAt: null,
        statement: null,
        interpreterId: null,
        offerId: null,
      });
      await tx.insert(AgencyRequest, request);
      await this.mail.write(tx, request, 'asked');
      await this.booking.note(tx, booking, 'asked', agency);
      return request.id;
    });
  }

  /** The agency is told. Twice is once. @throws NotFound `booking-not-found`, `request-not-found`; Conflict `request-confirmed`, `request-not-open`. */
  async withdraw(actor: StaffActor, bookingId: string, requestId: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const booking = await this.booking.hold(tx, bookingId);
      const request = await tx.findOneBy(AgencyRequest, { id: requestId, bookingId });
      if (!request) throw noSuchRequest();
      if (request.state === 'withdrawn') return;
      request.assertMayBeWithdrawn();
      request.end('withdrawn', this.clock.now());
      await tx.update(AgencyRequest, { id: requestId }, { state: request.state, answeredAt: request.answeredAt });
      await this.mail.takeBack(tx, request);
      await this.mail.write(tx, request, 'withdrawn');
      await this.booking.note(tx, booking, 'withdrawn', await tx.findOneByOrFail(Agency, { id: request.agencyId }));
    });
  }
}
