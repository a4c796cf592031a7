import { Injectable, type OnModuleInit } from '@nestjs/common';
import { bookingFacts, nobodyLeftToAsk } from '@dragoman/bookings';
import { Database, Events } from '@dragoman/platform';
import { Alerts } from './alerts.service';

const actor = { kind: 'job', job: 'raise-nobody-left' } as const;

/** A search that came to nothing is seen at once, however far away the appointment is; each search once. */
@Injectable()
export class RaiseNobodyLeft implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly alerts: Alerts,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(nobodyLeftToAsk, 'raise-nobody-left', ({ organisationId, bookingId, search }) =>
      this.database.transaction(actor, async (tx) => {
        const { state } = await bookingFacts(tx, bookingId);
        if (state !== 'requested' && state !== 'offering') return;
        await this.alerts.raise(tx, { organisationId, bookingId, kind: 'nobody-left', cause: `search ${search}` });
      }),
    );
  }
}
