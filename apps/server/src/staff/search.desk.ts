import { Injectable } from '@nestjs/common';
import { findBookings, nextAppointments } from '@dragoman/bookings';
import type { Found } from '@dragoman/contracts';
import { Interpreters } from '@dragoman/interpreters';
import { Clock } from '@dragoman/kernel';
import { Patients } from '@dragoman/patients';
import { Database, type StaffActor } from '@dragoman/platform';
import { presentInterpreterPage } from './interpreter.presenter';
import { presentPatientPage } from './patient.presenter';
import { TodayDesk } from './today.desk';

const MOST_OF_A_KIND = 5;

/** The one search box: people and bookings at once, each from the lib that owns them. */
@Injectable()
export class SearchDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly patients: Patients,
    private readonly interpreters: Interpreters,
    private readonly today: TodayDesk,
  ) {}

  find(actor: StaffActor, search: string): Promise<Found> {
    const { organisationId } = actor;
    const query = { search, limit: MOST_OF_A_KIND };
    return this.database.read(actor, async (tx) => {
      const patients = await this.patients.list(tx, query);
      const ids = patients.items.map(({ id }) => id);
      const next = await nextAppointments(tx, organisationId, ids, this.clock.now());
      const bookings = await findBookings(tx, organisationId, search, MOST_OF_A_KIND);
      return {
        patients: presentPatientPage(patients, next).items,
        interpreters: presentInterpreterPage(await this.interpreters.list(tx, query)).items,
        bookings: await this.today.rows(tx, actor, bookings),
      };
    });
  }
}
