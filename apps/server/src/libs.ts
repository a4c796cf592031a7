import { Account, Invitation, Link, SavedFilter } from '@dragoman/access';
import { AttendanceModule, Concern, Delay, Mark } from '@dragoman/attendance';
import { Alert, Notice } from '@dragoman/alerts';
import { Agency, AgencyRequest } from '@dragoman/agencies';
import { AuditModule } from '@dragoman/audit';
import {
  AlternativesShown, Assignment, Booking, BookingsModule, Cancellation, Entry, LanguageConsent, LoweredPair, ReviewGround, Offer, Slot, Understanding,
} from '@dragoman/bookings';
import { EncountersModule } from '@dragoman/encounters';
import { DatedException, InHouse, Interpreter, InterpreterDocument, InterpretersModule, OrganisationWeek, Skill, WeeklyHours } from '@dragoman/interpreters';
import { Ladder, LaddersModule, TriedRung } from '@dragoman/ladders';
import { LanguagesModule } from '@dragoman/languages';
import { Letter, LettersModule } from '@dragoman/letters';
import { MatchingModule } from '@dragoman/matching';
import { Inbound, Message, OptOut, SimulatorMessage, Suppression } from '@dragoman/messaging';
import { Organisation, OrganisationsModule, Site } from '@dragoman/organisations';
import { AcceptedVariety, InterpreterWish, Patient, PatientChannel, PatientLanguage, PatientsModule, Supporter } from '@dragoman/patients';
import type { PlatformOptions } from '@dragoman/platform';
import { PhoneNowModule, Round, Turn } from '@dragoman/phone-now';
import { Recording, RecordingsModule } from '@dragoman/recordings';
import { Intent, Task } from '@dragoman/reminders';
import { SitesModule } from '@dragoman/sites';
import { AskedInSearch, Search, SearchesModule } from '@dragoman/searches';
import { Review, WordsModule } from '@dragoman/words';

/**
 * Every lib, in every process whatever its roles: publishing an event writes a job for each subscriber,
 * so whoever publishes has to know all of them.
 */
export const libModules = [
  AuditModule,
  LanguagesModule,
  EncountersModule,
  OrganisationsModule,
  PatientsModule,
  InterpretersModule,
  MatchingModule,
  BookingsModule,
  SitesModule,
  SearchesModule,
  LaddersModule,
  WordsModule,
  RecordingsModule,
  LettersModule,
  PhoneNowModule,
  AttendanceModule,
];

export const entities: PlatformOptions['entities'] = [
  Organisation,
  Site,
  Account,
  Invitation,
  Link,
  SavedFilter,
  Patient,
  PatientLanguage,
  PatientChannel,
  InterpreterWish,
  AcceptedVariety,
  Supporter,
  Interpreter,
  Skill,
  WeeklyHours,
  OrganisationWeek,
  DatedException,
  InHouse,
  InterpreterDocument,
  Booking,
  Slot,
  Cancellation,
  Assignment,
  Offer,
  Entry,
  AlternativesShown,
  LanguageConsent,
  Understanding,
  Search,
  AskedInSearch,
  LoweredPair, ReviewGround,
  Message,
  Inbound,
  OptOut,
  Suppression,
  Recording,
  SimulatorMessage,
  Letter,
  Review,
  Intent,
  Task,
  Mark, Delay, Concern,
  Alert, Notice,
  Ladder, TriedRung,
  Agency, AgencyRequest,
  Round, Turn,
];
