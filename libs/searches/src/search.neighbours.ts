import { Injectable } from '@nestjs/common';
import { BookingRecord, OpenSlots } from '@dragoman/bookings';
import { Interpreters } from '@dragoman/interpreters';
import { Organisations } from '@dragoman/organisations';
import { Events, Jobs, Sweeps } from '@dragoman/platform';

/** The libs below that a search needs; one parameter, so that a constructor stays readable. */
@Injectable()
export class SearchNeighbours {
  constructor(
    readonly slots: OpenSlots,
    readonly record: BookingRecord,
    readonly organisations: Organisations,
    readonly interpreters: Interpreters,
    readonly events: Events,
  ) {}
}

/** Where a search hears of what happens; one parameter, so that a constructor stays readable. */
@Injectable()
export class SearchSignals {
  constructor(
    readonly events: Events,
    readonly jobs: Jobs,
    readonly sweeps: Sweeps,
  ) {}
}
