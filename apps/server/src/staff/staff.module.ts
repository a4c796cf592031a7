import { Module } from '@nestjs/common';
import { libModules } from '../libs';
import { MyModule } from '../my/my.module';
import { BoardModule } from './board.module';
import { AcceptedVarietiesController } from './accepted-varieties.controller';
import { AlertsController } from './alerts.controller';
import { AlertsDesk } from './alerts.desk';
import { AgenciesController } from './agencies.controller';
import { AgencyDesk } from './agency.desk';
import { AgencyRequestsController } from './agency-requests.controller';
import { AskingController } from './asking.controller';
import { AttendanceController } from './attendance.controller';
import { EmergencyController } from './emergency.controller';
import { AttendanceDesk } from './attendance.desk';
import { BookingDesk, Correspondence } from './booking.desk';
import { BookingChangesController } from './booking-changes.controller';
import { BookingSearchController } from './booking-search.controller';
import { BookingsController } from './bookings.controller';
import { CandidatesController } from './candidates.controller';
import { Colleagues } from './colleagues';
import { ConsentsController } from './consents.controller';
import { EncounterDesk } from './encounter.desk';
import { EncountersController } from './encounters.controller';
import { DayExportsDesk } from './day-exports.desk';
import { ExportsController } from './exports.controller';
import { ExportsDesk } from './exports.desk';
import { FirstStepsController } from './first-steps.controller';
import { InterpreterAppController } from './interpreter-app.controller';
import { InterpreterDocumentsController } from './interpreter-documents.controller';
import { InterpretersController } from './interpreters.controller';
import { InvitationsController } from './invitations.controller';
import { JoiningController } from './joining.controller';
import { JoiningDesk } from './joining.desk';
import { LaddersController } from './ladders.controller';
import { LaddersDesk } from './ladders.desk';
import { LettersController } from './letters.controller';
import { LiveController } from './live.controller';
import { LooseningsController } from './loosenings.controller';
import { MessagesController } from './messages.controller';
import { MessagesDesk } from './messages.desk';
import { OrganisationController } from './organisation.controller';
import { OrganisationDesk } from './organisation.desk';
import { PasswordsController } from './passwords.controller';
import { PatientDesk } from './patient.desk';
import { PatientsController } from './patients.controller';
import { PausesController } from './pauses.controller';
import { PeopleController } from './people.controller';
import { PeopleDesk } from './people.desk';
import { PhoneNowController } from './phone-now.controller';
import { PhonesController } from './phones.controller';
import { PolicyController } from './policy.controller';
import { PolicyDesk } from './policy.desk';
import { PrintQueueController } from './print-queue.controller';
import { PrintQueueDesk } from './print-queue.desk';
import { PreviewsController } from './previews.controller';
import { RecordingsController } from './recordings.controller';
import { RecordingsDesk } from './recordings.desk';
import { PlacesController } from './places.controller';
import { ReliabilityController } from './reliability.controller';
import { RelaysController } from './relays.controller';
import { RosterController } from './roster.controller';
import { SavedFiltersController } from './saved-filters.controller';
import { SearchController } from './search.controller';
import { SearchDesk } from './search.desk';
import { SessionController } from './session.controller';
import { SessionDesk } from './session.desk';
import { SitesController } from './sites.controller';
import { SupportersController } from './supporters.controller';
import { TasksController } from './tasks.controller';
import { TestMessagesController } from './test-messages.controller';
import { TextsController } from './texts.controller';
import { TextsDesk } from './texts.desk';
import { TodayController } from './today.controller';
import { TranslatorFilesController } from './translator-files.controller';
import { TranslatorFilesDesk } from './translator-files.desk';
import { VarietiesController } from './varieties.controller';

/** The role `staff`: the JSON API of the console. */
@Module({
  imports: [...libModules, BoardModule, MyModule],
  controllers: [
    SessionController,
    SitesController,
    PeopleController,
    InvitationsController,
    JoiningController,
    PasswordsController,
    TestMessagesController,
    OrganisationController,
    FirstStepsController,
    VarietiesController,
    EncountersController,
    LooseningsController,
    PolicyController,
    ExportsController,
    SavedFiltersController,
    PatientsController,
    RosterController,
    InterpretersController,
    InterpreterAppController,
    ReliabilityController,
    InterpreterDocumentsController,
    CandidatesController,
    BookingsController,
    BookingChangesController,
    BookingSearchController,
    PausesController,
    LettersController,
    PrintQueueController,
    MessagesController,
    ConsentsController,
    AcceptedVarietiesController,
    SupportersController,
    AskingController,
    PlacesController,
    RelaysController,
    TodayController,
    TasksController,
    PreviewsController,
    PhonesController,
    RecordingsController,
    AlertsController,
    LaddersController,
    TextsController,
    TranslatorFilesController,
    SearchController,
    LiveController,
    AttendanceController,
    EmergencyController,
    AgenciesController,
    AgencyRequestsController,
    PhoneNowController,
  ],
  providers: [Colleagues, AlertsDesk, LaddersDesk, BookingDesk, Correspondence, EncounterDesk, ExportsDesk, DayExportsDesk, JoiningDesk, MessagesDesk, OrganisationDesk, PatientDesk, PeopleDesk, PolicyDesk, PrintQueueDesk, RecordingsDesk, SearchDesk, SessionDesk, TextsDesk, TranslatorFilesDesk, AttendanceDesk, AgencyDesk],
})
export class StaffModule {}
