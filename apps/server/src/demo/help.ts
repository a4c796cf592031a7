import type { INestApplicationContext } from '@nestjs/common';
import { Agencies, AgencyAnswers, AgencyRequests } from '@dragoman/agencies';
import { type FixedClock, plusMinutes } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { Database, type StaffActor } from '@dragoman/platform';
import type { Passed } from './appointments';
import type { DemoAgency, DemoContact } from './clinics';

/** Who hears of what cannot wait, and who is asked outside. */
export class Help {
  private agencyIds: string[] = [];

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: FixedClock,
    private readonly staff: StaffActor,
  ) {}

  async name(contacts: readonly DemoContact[]): Promise<void> {
    const organisations = this.app.get(Organisations);
    const { organisationId } = this.staff;
    const { policy, policyVersion } = await this.app.get(Database).read(this.staff, (tx) => organisations.get(tx, organisationId));
    await organisations.changePolicy(this.staff, { ...policy, alerts: { ...policy.alerts, contacts: [...contacts] } }, policyVersion);
  }

  async know(agencies: readonly DemoAgency[]): Promise<void> {
    for (const agency of agencies) this.agencyIds.push(await this.app.get(Agencies).add(this.staff, agency));
  }

  /** An agency is asked a few minutes after the booking was made, and answers twenty minutes later where it does. */
  async ask({ bookingId, at }: { bookingId: string; at: Date }, { agency, sends }: Passed): Promise<void> {
    this.clock.set(plusMinutes(at, 5));
    const requestId = await this.app.get(AgencyRequests).pass(this.staff, bookingId, this.agencyIds[agency] ?? '');
    if (!sends) return;
    this.clock.set(plusMinutes(at, 25));
    const answers = this.app.get(AgencyAnswers);
    const actor = await answers.actorOf(this.staff.organisationId, requestId);
    const { terms } = await answers.show(actor, requestId);
    await answers.confirm(actor, requestId, { ...sends, word: terms.map(({ term }) => term) });
  }
}
