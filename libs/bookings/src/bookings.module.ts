import { Module } from '@nestjs/common';
import { AuditModule } from '@dragoman/audit';
import { EncountersModule } from '@dragoman/encounters';
import { InterpretersModule } from '@dragoman/interpreters';
import { LanguagesModule } from '@dragoman/languages';
import { MatchingModule } from '@dragoman/matching';
import { OrganisationsModule } from '@dragoman/organisations';
import { PatientsModule } from '@dragoman/patients';
import { Database } from '@dragoman/platform';
import { Acceptance } from './acceptance.service';
import { AgencyBooking } from './agency-booking.service';
import { AskingInTurn } from './asking-in-turn.service';
import { Alternatives } from './alternatives.service';
import { bookingConstraints } from './booking.errors';
import { BookingRecord } from './booking-record.service';
import { BookingNeighbours } from './booking.neighbours';
import { Bookings } from './bookings.service';
import { Cancellations } from './cancellations.service';
import { Changes } from './changes.service';
import { Consents } from './consents.service';
import { DirectBooking } from './direct-booking.service';
import { EmergencyAsking } from './emergency-asking.service';
import { Filling } from './filling.service';
import { GivingBack } from './giving-back.service';
import { MatchRequests } from './match-requests.service';
import { NotMet } from './not-met.service';
import { OpenSlots } from './open-slots.service';
import { OtherDates } from './other-dates.service';
import { OfferUpkeep } from './offer-upkeep.job';
import { OfferWithdrawal } from './offer-withdrawal.service';
import { Offering } from './offering.service';
import { InterpreterSearch } from './search.service';
import { Places } from './places.service';
import { Progress } from './progress.service';
import { Relays } from './relays.service';
import { Rematching } from './rematching.service';
import { Replacement } from './replacement.service';
import { Reviews } from './reviews.service';
import { Understandings } from './understandings.service';
import { RefreshWishes } from './wishes.job';

@Module({
  imports: [AuditModule, LanguagesModule, EncountersModule, OrganisationsModule, PatientsModule, InterpretersModule, MatchingModule],
  providers: [
    OpenSlots, OtherDates,
    BookingNeighbours, BookingRecord, MatchRequests, Filling, Offering, Bookings, Acceptance, DirectBooking, OfferUpkeep, InterpreterSearch,
    OfferWithdrawal, Relays, RefreshWishes, Alternatives, Consents, Reviews, Understandings, Rematching, Changes, Cancellations,
    GivingBack, Replacement, AgencyBooking, AskingInTurn, Progress, EmergencyAsking, NotMet, Places,
  ],
  exports: [
    OpenSlots, OtherDates, BookingRecord,
    Bookings, Acceptance, DirectBooking, InterpreterSearch, OfferWithdrawal, Relays, Alternatives, Consents, Reviews, Understandings,
    Changes, Cancellations, GivingBack, Replacement, AgencyBooking, AskingInTurn, Progress, EmergencyAsking, NotMet, Places,
  ],
})
export class BookingsModule {
  constructor(database: Database) {
    database.explainConstraints(bookingConstraints);
  }
}
