import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { InterpretersModule } from '@dragoman/interpreters';
import { MatchingModule } from '@dragoman/matching';
import { OrganisationsModule } from '@dragoman/organisations';
import { PatientsModule } from '@dragoman/patients';
import { Database } from '@dragoman/platform';
import { Acceptance } from './acceptance.service';
import { bookingConstraints } from './booking.errors';
import { BookingNeighbours } from './booking.neighbours';
import { Bookings } from './bookings.service';
import { InterpreterSearch } from './search.service';
import { RefreshWishes } from './wishes.job';

@Module({
  imports: [AuditModule, OrganisationsModule, PatientsModule, InterpretersModule, MatchingModule],
  providers: [BookingNeighbours, Bookings, Acceptance, InterpreterSearch, RefreshWishes],
  exports: [Bookings, Acceptance, InterpreterSearch],
})
export class BookingsModule {
  constructor(database: Database) {
    database.explainConstraints(bookingConstraints);
  }
}
