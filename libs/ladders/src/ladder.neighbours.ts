import { Injectable } from '@nestjs/common';
import { Alerts } from '@dragoman/alerts';
import { BookingRecord, Changes, OpenSlots, OtherDates, Relays } from '@dragoman/bookings';
import { Organisations } from '@dragoman/organisations';

/** The libs below that a ladder needs; one parameter, so that a constructor stays readable. */
@Injectable()
export class LadderNeighbours {
  constructor(
    readonly organisations: Organisations,
    readonly changes: Changes,
    readonly relays: Relays,
    readonly slots: OpenSlots,
    readonly record: BookingRecord,
    readonly alerts: Alerts,
  ) {}
}

/** What a rung needs to be looked up before anything is held. */
@Injectable()
export class LadderOutlook {
  constructor(
    readonly relays: Relays,
    readonly dates: OtherDates,
  ) {}
}
