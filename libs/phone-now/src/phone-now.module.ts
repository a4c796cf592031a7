import { Module } from '@nestjs/common';
import { BookingsModule } from '@dragoman/bookings';
import { InterpretersModule } from '@dragoman/interpreters';
import { OrganisationsModule } from '@dragoman/organisations';
import { CallInTurn } from './calling.job';
import { Calling } from './calling.service';
import { RoundNeeds, Rounds } from './rounds.service';

/** Needs the global module of messages beside it. */
@Module({
  imports: [OrganisationsModule, InterpretersModule, BookingsModule],
  providers: [Calling, RoundNeeds, Rounds, CallInTurn],
  exports: [Rounds, CallInTurn],
})
export class PhoneNowModule {}
