import { Injectable, type OnModuleInit } from '@nestjs/common';
import { bookingChanged } from '@dragoman/bookings';
import { Database, Events } from '@dragoman/platform';
import { Plans } from './plans.service';

/** Whoever was booked for the old language hears that this job is off; what the patient would have been told is stopped. */
@Injectable()
export class LanguageChanged implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly plans: Plans,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(bookingChanged, 'tell-who-was-booked', ({ bookingId, offerIds }) =>
      this.database.transaction({ kind: 'job', job: 'tell-who-was-booked' }, async (tx) => {
        await this.plans.recompute(tx, bookingId);
        await this.plans.tell(tx, bookingId, 'job-cancelled', offerIds);
      }),
    );
  }
}
