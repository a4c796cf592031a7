import { Injectable } from '@nestjs/common';
import { nextAppointments } from '@dragoman/bookings';
import type { PatientPage } from '@dragoman/contracts';
import { Clock } from '@dragoman/kernel';
import { type ListQuery, Patients } from '@dragoman/patients';
import { Database, type StaffActor } from '@dragoman/platform';
import { presentPatientPage } from './patient.presenter';

/** The list of patients with what bookings know of them. */
@Injectable()
export class PatientDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly patients: Patients,
  ) {}

  list(actor: StaffActor, query: ListQuery): Promise<PatientPage> {
    return this.database.read(
      actor,
      async (tx) => {
        const page = await this.patients.list(tx, query);
        const ids = page.items.map(({ id }) => id);
        return presentPatientPage(page, await nextAppointments(tx, actor.organisationId, ids, this.clock.now()));
      },
      { asks: 2 },
    );
  }
}
