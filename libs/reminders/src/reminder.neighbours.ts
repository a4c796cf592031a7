import { Injectable } from '@nestjs/common';
import { Links } from '@dragoman/access';
import { Messages } from '@dragoman/messaging';
import { Organisations } from '@dragoman/organisations';
import { Patients, Supporters } from '@dragoman/patients';
import { Recordings } from '@dragoman/recordings';

/** The libs below that a reminder needs; one parameter, so that a constructor stays readable. */
@Injectable()
export class ReminderNeighbours {
  constructor(
    readonly organisations: Organisations,
    readonly patients: Patients,
    readonly supporters: Supporters,
    readonly links: Links,
    readonly messages: Messages,
    readonly recordings: Recordings,
  ) {}
}
