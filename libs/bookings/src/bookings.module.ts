import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { InterpretersModule } from '@dragoman/interpreters';
import { MatchingModule } from '@dragoman/matching';
import { OrganisationsModule } from '@dragoman/organisations';
import { PatientsModule } from '@dragoman/patients';
import { Database } from '@dragoman/platform';
import { Acceptance } from './acceptance.service';
import { bookingConstraints } from './booking.errors';
import { BookingRecord } from './booking-record.service';
import { BookingNeighbours } from './booking.neighbours';
import { Bookings } from './bookings.service';
import { DirectBooking } from './direct-booking.service';
import { Filling } from './filling.service';
import { MatchRequests } from './match-requests.service';
import { OfferUpkeep } from './offer-upkeep.job';
import { Offering } from './offering.service';
import { InterpreterSearch } from './search.service';
import { RefreshWishes } from './wishes.job';

@Module({
  imports: [AuditModule, OrganisationsModule, PatientsModule, InterpretersModule, MatchingModule],
  providers: [
    BookingNeighbours, BookingRecord, MatchRequests, Filling, Offering, Bookings, Acceptance, DirectBooking, OfferUpkeep, InterpreterSearch,
    RefreshWishes,
  ],
  exports: [Bookings, Acceptance, DirectBooking, InterpreterSearch],
})
export class BookingsModule {
  constructor(database: Database) {
    database.explainConstraints(bookingConstraints);
  }
}
