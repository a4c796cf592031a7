import { Injectable } from '@nestjs/common';
import { Agencies, agenciesOf, requestsOfBooking } from '@dragoman/agencies';
import { bookingFacts } from '@dragoman/bookings';
import type { Agency, AgencyActivity, AgencyChange, BookingAgencies, NewAgency } from '@dragoman/contracts';
import { Clock, NotFound } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { Database, type StaffActor } from '@dragoman/platform';
import { presentAgency, presentBookingAgencies } from './agency.presenter';
import { Colleagues } from './colleagues';

/** Agencies as the settings and a booking show them. */
@Injectable()
export class AgencyDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly agencies: Agencies,
    private readonly organisations: Organisations,
    private readonly colleagues: Colleagues,
  ) {}

  list(actor: StaffActor): Promise<Agency[]> {
    return this.database.read(actor, async (tx) => (await agenciesOf(tx, actor.organisationId)).map(presentAgency));
  }

  async add(actor: StaffActor, said: NewAgency): Promise<Agency> {
    return this.one(actor, await this.agencies.add(actor, said));
  }

  async change(actor: StaffActor, id: string, said: AgencyChange): Promise<Agency> {
    await this.agencies.change(actor, id, said);
    return this.one(actor, id);
  }

  async setActive(actor: StaffActor, id: string, said: AgencyActivity): Promise<Agency> {
    await this.agencies.setActive(actor, id, said);
    return this.one(actor, id);
  }

  /** @throws NotFound `booking-not-found`. */
  ofBooking(actor: StaffActor, bookingId: string): Promise<BookingAgencies> {
    return this.database.read(actor, async (tx) => {
      const { organisationId } = actor;
      const { state, startsAt, varietyId } = await bookingFacts(tx, bookingId);
      const { policy } = await this.organisations.get(tx, organisationId);
      return presentBookingAgencies({
        requests: await requestsOfBooking(tx, organisationId, bookingId),
        agencies: await agenciesOf(tx, organisationId),
        varietyId,
        isFillable: (state === 'requested' || state === 'offering') && startsAt > this.clock.now(),
        answerHours: policy.agencies.answerHours,
        ...(await this.colleagues.seenBy(tx, actor)),
      });
    });
  }

  private async one(actor: StaffActor, id: string): Promise<Agency> {
    const agency = (await this.list(actor)).find((one) => one.id === id);
    if (!agency) throw new NotFound('agency-not-found', 'There is no such agency.');
    return agency;
  }
}
