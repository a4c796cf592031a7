import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Encounters } from '@dragoman/encounters';
import { Commitments } from '@dragoman/interpreters';
import { Languages } from '@dragoman/languages';
import { Matching, RelayMatching } from '@dragoman/matching';
import { Organisations } from '@dragoman/organisations';
import { AcceptedVarieties, Patients } from '@dragoman/patients';

/** The libs below that a booking needs; one parameter, so that a constructor stays readable. */
@Injectable()
export class BookingNeighbours {
  constructor(
    readonly audit: Audit,
    readonly organisations: Organisations,
    readonly patients: Patients,
    readonly commitments: Commitments,
    readonly matching: Matching,
    readonly languages: Languages,
    readonly encounters: Encounters,
    readonly accepted: AcceptedVarieties,
    readonly relays: RelayMatching,
  ) {}
}

