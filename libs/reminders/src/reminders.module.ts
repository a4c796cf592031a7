import { type DynamicModule, Module, type OnModuleInit } from '@nestjs/common';
import { AttendanceModule } from '@dragoman/attendance';
import { AuditModule } from '@dragoman/audit';
import { BookingsModule } from '@dragoman/bookings';
import { LettersModule } from '@dragoman/letters';
import { OrganisationsModule } from '@dragoman/organisations';
import { PatientsModule } from '@dragoman/patients';
import { Sweeps } from '@dragoman/platform';
import { RecordingsModule } from '@dragoman/recordings';
import { WordsModule } from '@dragoman/words';
import { AgencySilent } from './agency-silent.job';
import { AskAgain } from './ask-again.job';
import { AttendanceAlerts } from './attendance-alerts.job';
import { AttendanceNews } from './attendance-news.job';
import { BookedNotUnderstood } from './booked-not-understood.job';
import { BookingNews } from './booking-news.job';
import { BrokenWishes } from './broken-wishes.job';
import { ChangedJobs } from './changed-jobs.job';
import { GroundsOfIntents } from './grounds.service';
import { HelpAnswers } from './help-answers.service';
import { IdentifyLanguage } from './identify-language.job';
import { InterpreterMessages } from './interpreter-messages.service';
import { ChangedNews } from './changed-news.job';
import { LastCheck } from './last-check.service';
import { LadderNews } from './ladder-news.job';
import { LastResortToAgree } from './last-resort-to-agree.job';
import { LettersWaiting } from './letters-waiting.job';
import { MessageFailed } from './message-failed.job';
import { MessageReceived } from './message-received.job';
import { CodedReplies } from './coded-replies.service';
import { OfferReplies } from './offer-replies.service';
import { LetterTexts, PatientLetters } from './patient-letters.service';
import { PatientMessages } from './patient-messages.service';
import { WritingTools } from './writing-tools';
import { PatientWishes } from './patient-wishes.job';
import { Pauses } from './pauses.service';
import { Plans } from './plans.service';
import { PostalLetters } from './postal-letters.service';
import { LetterTools, PrintQueue } from './print-queue.service';
import { ProfilePreviews } from './profile-previews.service';
import { ReminderNeighbours } from './reminder.neighbours';
import { REMINDERS_OPTIONS, type RemindersOptions } from './reminders.options';
import { Reminders } from './reminders.service';
import { SayDue } from './say-due.job';
import { SendSignInCode } from './send-sign-in-code.job';
import { SupportersChanged } from './supporters-changed.job';
import { SpendingNearCap } from './spending-near-cap.job';
import { Tasks } from './tasks.service';
import { UnderstandingNews } from './understanding-news.job';
import { WarnOfCredentials } from './warn-of-credentials.job';
import { WarnOfSupporters } from './warn-of-supporters.job';

const SWEEP_MS = 1_000;

@Module({})
export class RemindersModule implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly due: SayDue,
  ) {}

  /** Global, and needs the global modules of accounts and links, and of messages, beside it. */
  static with(options: RemindersOptions): DynamicModule {
    return {
      module: RemindersModule,
      global: true,
      imports: [AttendanceModule, AuditModule, OrganisationsModule, PatientsModule, BookingsModule, RecordingsModule, LettersModule, WordsModule],
      providers: [
        { provide: REMINDERS_OPTIONS, useValue: options },
        ReminderNeighbours,
        Tasks,
        GroundsOfIntents,
        WritingTools,
        PatientMessages,
        LetterTexts,
        PatientLetters,
        PostalLetters,
        LetterTools,
        PrintQueue,
        LettersWaiting,
        InterpreterMessages,
        OfferReplies, CodedReplies,
        HelpAnswers,
        Plans,
        Pauses,
        Reminders,
        ProfilePreviews,
        SayDue,
        LastCheck,
        BookingNews,
        ChangedNews,
        ChangedJobs,
        MessageFailed,
        MessageReceived,
        PatientWishes,
        IdentifyLanguage,
        WarnOfCredentials,
        UnderstandingNews,
        BookedNotUnderstood,
        LastResortToAgree,
        LadderNews,
        BrokenWishes,
        SpendingNearCap,
        SupportersChanged,
        WarnOfSupporters,
        AskAgain,
        AttendanceNews,
        AttendanceAlerts,
        AgencySilent,
        SendSignInCode,
      ],
      exports: [Reminders, PatientLetters, PrintQueue, ProfilePreviews, Pauses, Tasks, AskAgain],
    };
  }

  onModuleInit(): void {
    this.sweeps.every('say-what-is-due', SWEEP_MS, () => this.due.sweep());
  }
}
