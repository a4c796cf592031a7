import { Injectable } from '@nestjs/common';
import { type AlertRow, alertsOfBooking, standingAlerts } from '@dragoman/alerts';
import type { AlertList } from '@dragoman/contracts';
import { Organisations } from '@dragoman/organisations';
import { Database, type ReadTx, type StaffActor } from '@dragoman/platform';
import { presentAlerts } from './alert.presenter';
import { Colleagues } from './colleagues';

/** Alerts name people, and say whether anybody hears of them. */
@Injectable()
export class AlertsDesk {
  constructor(
    private readonly database: Database,
    private readonly organisations: Organisations,
    private readonly colleagues: Colleagues,
  ) {}

  standing(actor: StaffActor): Promise<AlertList> {
    return this.list(actor, (tx) => standingAlerts(tx, actor.organisationId));
  }

  ofBooking(actor: StaffActor, id: string): Promise<AlertList> {
    return this.list(actor, (tx) => alertsOfBooking(tx, { organisationId: actor.organisationId, id }));
  }

  private list(actor: StaffActor, rows: (tx: ReadTx) => Promise<AlertRow[]>): Promise<AlertList> {
    return this.database.read(actor, async (tx) => {
      const alerts = await rows(tx);
      const { staff } = await this.colleagues.seenBy(tx, actor);
      const { policy } = await this.organisations.get(tx, actor.organisationId);
      return presentAlerts(alerts, staff, policy.alerts.contacts);
    });
  }
}
