import { Injectable } from '@nestjs/common';
import { Patients, profileChanged } from '@dragoman/patients';
import { Database, Events } from '@dragoman/platform';
import { In } from 'typeorm';
import { Booking } from './booking.entity';

/** Bookings carry the patient's wish, so that acceptance can judge it; a changed wish must reach them before an acceptance does. */
@Injectable()
export class RefreshWishes {
  constructor(
    private readonly database: Database,
    private readonly patients: Patients,
    events: Events,
  ) {
    events.subscribe(profileChanged, 'refresh-wishes-of-bookings', ({ organisationId, patientId }) =>
      this.refresh(organisationId, patientId),
    );
  }

  /** Leans on `bookings_of_a_patient`; a job sees every organisation, so no policy adds the first column. */
  private async refresh(organisationId: string, patientId: string): Promise<void> {
    await this.database.transaction({ kind: 'job', job: 'refresh-wishes-of-bookings' }, async (tx) => {
      const { genderWish } = (await this.patients.get(tx, patientId)).profile;
      await tx.update(
        Booking,
        { organisationId, patientId, state: In(['requested', 'offering']) },
        {
          requiredGender: genderWish?.strength === 'required' ? genderWish.gender : null,
          preferredGender: genderWish?.strength === 'preferred' ? genderWish.gender : null,
        },
      );
    });
  }
}
