import { Injectable } from '@nestjs/common';
import { type Booking, bookingFacts } from '@dragoman/bookings';
import { AgencyInterpreters, type GenderRequest } from '@dragoman/interpreters';
import { Organisations } from '@dragoman/organisations';
import type { ReadTx, Tx } from '@dragoman/platform';
import { Agency } from './agency.entity';
import type { AgencyRequest } from './agency-request.entity';
import { type AskedTerm, termsOf } from './request.policy';

/** Whom an agency sends. */
export interface SentByAgency {
  name: string;
  /** As it was typed. */
  phone: string;
  credential: string;
  /** The terms that they gave their word on. */
  word: readonly string[];
}

const genders: readonly GenderRequest[] = ['woman', 'man'];

/** What is asked of an agency, and whom it names. */
@Injectable()
export class AgencyWord {
  constructor(
    private readonly organisations: Organisations,
    private readonly interpreters: AgencyInterpreters,
  ) {}

  async terms(tx: ReadTx, request: AgencyRequest): Promise<AskedTerm[]> {
    const booking = await bookingFacts(tx, request.bookingId);
    const { policy } = await this.organisations.get(tx, request.organisationId);
    return termsOf({ ...booking, localAreaKm: policy.matching.localAreaKm });
  }

  async named(tx: Tx, booking: Booking, request: AgencyRequest, { name, phone, credential }: SentByAgency): Promise<string> {
    const agency = await tx.findOneByOrFail(Agency, { id: request.agencyId });
    return this.interpreters.named(tx, {
      agencyId: agency.id,
      organisationId: agency.organisationId,
      agencyEmail: agency.email,
      displayName: name,
      phone,
      credential,
      serves: genders.find((gender) => gender === booking.requiredGender) ?? null,
      varietyId: booking.varietyId,
      otherId: booking.otherId,
      zone: booking.zone,
    });
  }
}
