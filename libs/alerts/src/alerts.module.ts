import { type DynamicModule, Module, type OnModuleInit } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { BookingsModule } from '@dragoman/bookings';
import { OrganisationsModule } from '@dragoman/organisations';
import { Sweeps } from '@dragoman/platform';
import { ALERTS_OPTIONS, type AlertsOptions } from './alerts.options';
import { Alerts } from './alerts.service';
import { RaiseNobodyLeft } from './raise-nobody-left.job';
import { RaiseUnfilled } from './raise-unfilled.job';
import { SettleAlerts } from './settle-alerts.job';
import { TellContacts } from './tell-contacts.job';

const SECOND_MS = 1_000;

@Module({})
export class AlertsModule implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly unfilled: RaiseUnfilled,
    private readonly contacts: TellContacts,
    private readonly settled: SettleAlerts,
  ) {}

  /** Global, and needs the global modules of links and of messages beside it. */
  static with(options: AlertsOptions): DynamicModule {
    return {
      module: AlertsModule,
      global: true,
      imports: [AuditModule, OrganisationsModule, BookingsModule],
      providers: [{ provide: ALERTS_OPTIONS, useValue: options }, Alerts, RaiseNobodyLeft, RaiseUnfilled, SettleAlerts, TellContacts],
      exports: [Alerts],
    };
  }

  onModuleInit(): void {
    this.sweeps.every('raise-unfilled', 20 * SECOND_MS, () => this.unfilled.sweep());
    this.sweeps.every('settle-alerts', 20 * SECOND_MS, () => this.settled.sweep());
    this.sweeps.every('tell-contacts', 2 * SECOND_MS, () => this.contacts.sweep());
  }
}
