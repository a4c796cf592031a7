import type { MigrationInterface } from 'typeorm';
import { Attendance1790000000240 } from '../libs/attendance/migrations/240-attendance';
import { ClinicianLinks1790000000241 } from '../libs/access/migrations/241-clinician-links';
import { AttendanceTasks1790000000242 } from '../libs/reminders/migrations/242-attendance-tasks';
import { CliniciansInTheTrail1790000000243 } from '../libs/audit/migrations/243-clinicians-in-the-trail';
import { WhatAClinicianSees1790000000244 } from '../libs/bookings/migrations/244-what-a-clinician-sees';
import { SavedFilters1790000000225 } from '../libs/access/migrations/225-saved-filters';
import { ChangedAddresses1790000000270 } from '../libs/access/migrations/270-changed-addresses';
import { Access1790000000030 } from '../libs/access/migrations/30-access';
import { AlertLinks1790000000251 } from '../libs/access/migrations/251-alert-links';
import { Alerts1790000000252 } from '../libs/alerts/migrations/252-alerts';
import { People1790000000262 } from '../libs/access/migrations/262-people';
import { Audit1790000000005 } from '../libs/audit/migrations/5-audit';
import { AskingByPolicy1790000000237 } from '../libs/bookings/migrations/237-asking-by-policy';
import { ReplyCodes1790000000198 } from '../libs/bookings/migrations/198-reply-codes';
import { Bookings1790000000060 } from '../libs/bookings/migrations/60-bookings';
import { BookingTopic1790000000160 } from '../libs/bookings/migrations/160-topic';
import { Consents1790000000161 } from '../libs/bookings/migrations/161-consents';
import { LegsAndWishes1790000000162 } from '../libs/bookings/migrations/162-legs-and-wishes';
import { HeldLegs1790000000164 } from '../libs/bookings/migrations/164-held-legs';
import { ReviewGrounds1790000000168 } from '../libs/bookings/migrations/168-review-grounds';
import { WhoAPatientHasMet1790000000169 } from '../libs/bookings/migrations/169-who-a-patient-has-met';
import { Rulings1790000000112 } from '../libs/encounters/migrations/112-rulings';
import { InHouse1790000000238 } from '../libs/interpreters/migrations/238-in-house';
import { Interpreters1790000000050 } from '../libs/interpreters/migrations/50-interpreters';
import { Candidates1790000000154 } from '../libs/interpreters/migrations/154-candidates';
import { CandidateHours1790000000155 } from '../libs/interpreters/migrations/155-candidate-hours';
import { CandidatesInOneRow1790000000187 } from '../libs/interpreters/migrations/187-candidates-in-one-row';
import { CandidateFactsSideBySide1790000000156 } from '../libs/interpreters/migrations/156-candidate-facts-side-by-side';
import { InterpreterProfile1790000000150 } from '../libs/interpreters/migrations/150-interpreter-profile';
import { CredentialsByExpiry1790000000153 } from '../libs/interpreters/migrations/153-credentials-by-expiry';
import { InterpreterVersions1790000000152 } from '../libs/interpreters/migrations/152-interpreter-versions';
import { Languages1790000000010 } from '../libs/languages/migrations/10-languages';
import { LanguageFinder1790000000110 } from '../libs/languages/migrations/110-language-finder';
import { Ladders1790000000253 } from '../libs/ladders/migrations/253-ladders';
import { Letters1790000000217 } from '../libs/letters/migrations/217-letters';
import { MoreAnswers1790000000197 } from '../libs/messaging/migrations/197-more-answers';
import { CalendarEntries1790000000194 } from '../libs/messaging/migrations/194-calendar-entries';
import { MessagesToAnAddress1790000000195 } from '../libs/messaging/migrations/195-messages-to-an-address';
import { Messaging1790000000070 } from '../libs/messaging/migrations/70-messaging';
import { SharedNumber1790000000191 } from '../libs/messaging/migrations/191-shared-number';
import { Spending1790000000211 } from '../libs/messaging/migrations/211-spending';
import { Suppressions1790000000190 } from '../libs/messaging/migrations/190-suppressions';
import { MessagesByTime1790000000200 } from '../libs/messaging/migrations/200-messages-by-time';
import { MessagesByCarrier1790000000202 } from '../libs/messaging/migrations/202-messages-by-carrier';
import { MessagesToSupporters1790000000207 } from '../libs/messaging/migrations/207-messages-to-supporters';
import { Calls1790000000203 } from '../libs/messaging/migrations/203-calls';
import { Reviewers1790000000205 } from '../libs/messaging/migrations/205-reviewers';
import { MessagesToStaff1790000000250 } from '../libs/messaging/migrations/250-messages-to-staff';
import { OneIndexOfAddresses1790000000214 } from '../libs/messaging/migrations/214-one-index-of-addresses';
import { Organisations1790000000020 } from '../libs/organisations/migrations/20-organisations';
import { PolicyVersion1790000000120 } from '../libs/organisations/migrations/120-policy-version';
import { SitesThatChange1790000000227 } from '../libs/organisations/migrations/227-sites-that-change';
import { ClosedSites1790000000228 } from '../libs/bookings/migrations/228-closed-sites';
import { WhereJobsAre1790000000229 } from '../libs/interpreters/migrations/229-where-jobs-are';
import { OrganisationDetails1790000000263 } from '../libs/organisations/migrations/263-organisation-details';
import { OfferHoursByLead1790000000235 } from '../libs/organisations/migrations/235-offer-hours-by-lead';
import { PatientZone1790000000210 } from '../libs/patients/migrations/210-patient-zone';
import { PostalAddress1790000000216 } from '../libs/patients/migrations/216-postal-address';
import { Patients1790000000040 } from '../libs/patients/migrations/40-patients';
import { UnidentifiedLanguage1790000000140 } from '../libs/patients/migrations/140-unidentified-language';
import { AcceptedVarieties1790000000142 } from '../libs/patients/migrations/142-accepted-varieties';
import { InterpreterWishes1790000000144 } from '../libs/patients/migrations/144-interpreter-wishes';
import { ConfirmedNumbers1790000000145 } from '../libs/patients/migrations/145-confirmed-numbers';
import { DaysToAvoid1790000000146 } from '../libs/patients/migrations/146-days-to-avoid';
import { Formats1790000000147 } from '../libs/patients/migrations/147-formats';
import { OwnWords1790000000148 } from '../libs/patients/migrations/148-own-words';
import { Supporters1790000000149 } from '../libs/patients/migrations/149-supporters';
import { PlatformFoundation1790000000001 } from '../libs/platform/migrations/1-platform-foundation';
import { RequestSteps1790000000230 } from '../libs/platform/migrations/230-request-steps';
import { Recordings1790000000219 } from '../libs/recordings/migrations/219-recordings';
import { OwnRecordings1790000000220 } from '../libs/recordings/migrations/220-own-recordings';
import { JobsThatChanged1790000000223 } from '../libs/reminders/migrations/223-jobs-that-changed';
import { Cancellations1790000000224 } from '../libs/bookings/migrations/224-cancellations';
import { InterpreterSessions1790000000265 } from '../libs/access/migrations/265-interpreter-sessions';
import { OwnWeek1790000000266 } from '../libs/interpreters/migrations/266-own-week';
import { CalendarFeeds1790000000267 } from '../libs/access/migrations/267-calendar-feeds';
import { Documents1790000000268 } from '../libs/interpreters/migrations/268-documents';
import { DocumentsThatLapse1790000000269 } from '../libs/interpreters/migrations/269-documents-that-lapse';
import { Places1790000000260 } from '../libs/bookings/migrations/260-places';
import { Changes1790000000222 } from '../libs/bookings/migrations/222-changes';
import { Rebook1790000000254 } from '../libs/reminders/migrations/254-rebook';
import { PausedIntents1790000000201 } from '../libs/reminders/migrations/201-paused-intents';
import { Plans1790000000215 } from '../libs/reminders/migrations/215-plans';
import { IdentifyLanguage1790000000180 } from '../libs/reminders/migrations/180-identify-language';
import { CredentialWarnings1790000000182 } from '../libs/reminders/migrations/182-credential-warnings';
import { UnderstandingTasks1790000000183 } from '../libs/reminders/migrations/183-understanding-tasks';
import { ReleasedLegs1790000000184 } from '../libs/reminders/migrations/184-released-legs';
import { BookedNotUnderstood1790000000185 } from '../libs/reminders/migrations/185-booked-not-understood';
import { WhatPatientsAskFor1790000000199 } from '../libs/reminders/migrations/199-what-patients-ask-for';
import { Asking1790000000208 } from '../libs/reminders/migrations/208-asking';
import { NewsOfACancellation1790000000209 } from '../libs/reminders/migrations/209-news-of-a-cancellation';
import { AgreeLastResort1790000000186 } from '../libs/reminders/migrations/186-agree-last-resort';
import { LettersWaiting1790000000218 } from '../libs/reminders/migrations/218-letters-waiting';
import { SpendingNearCap1790000000212 } from '../libs/reminders/migrations/212-spending-near-cap';
import { Reminders1790000000080 } from '../libs/reminders/migrations/80-reminders';
import { Searches1790000000236 } from '../libs/searches/migrations/236-searches';
import { NewsOfChanges1790000000231 } from '../libs/reminders/migrations/231-news-of-changes';
import { Reviews1790000000204 } from '../libs/words/migrations/204-reviews';
import { AgenciesAnswer1790000000248 } from '../libs/audit/migrations/248-agencies-answer';
import { RatherCalled1790000000226 } from '../libs/reminders/migrations/226-rather-called';
import { AgencySilent1790000000249 } from '../libs/reminders/migrations/249-agency-silent';
import { ThroughAnAgency1790000000255 } from '../libs/interpreters/migrations/255-through-an-agency';
import { Agencies1790000000256 } from '../libs/agencies/migrations/256-agencies';
import { ByAgency1790000000257 } from '../libs/bookings/migrations/257-by-agency';
import { LinksOfAgencies1790000000258 } from '../libs/access/migrations/258-links-of-agencies';
import { MessagesAboutNoBooking1790000000261 } from '../libs/messaging/migrations/261-messages-about-no-booking';
import { MessagesToAgencies1790000000259 } from '../libs/messaging/migrations/259-messages-to-agencies';
import { PhoneNow1790000000264 } from '../libs/phone-now/migrations/264-phone-now';

/** In the order of the dependency map: a table is there before another lib refers to it. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  PlatformFoundation1790000000001,
  Audit1790000000005,
  Languages1790000000010,
  Organisations1790000000020,
  Access1790000000030,
  Patients1790000000040,
  Interpreters1790000000050,
  Bookings1790000000060,
  Messaging1790000000070,
  Reminders1790000000080,
  LanguageFinder1790000000110,
  Rulings1790000000112,
  PolicyVersion1790000000120,
  UnidentifiedLanguage1790000000140,
  AcceptedVarieties1790000000142,
  InterpreterWishes1790000000144,
  ConfirmedNumbers1790000000145,
  DaysToAvoid1790000000146,
  Formats1790000000147,
  OwnWords1790000000148,
  Supporters1790000000149,
  InterpreterProfile1790000000150,
  InterpreterVersions1790000000152,
  CredentialsByExpiry1790000000153,
  Candidates1790000000154,
  CandidateHours1790000000155,
  CandidateFactsSideBySide1790000000156,
  BookingTopic1790000000160,
  Consents1790000000161,
  LegsAndWishes1790000000162,
  HeldLegs1790000000164,
  ReviewGrounds1790000000168,
  WhoAPatientHasMet1790000000169,
  IdentifyLanguage1790000000180,
  CredentialWarnings1790000000182,
  UnderstandingTasks1790000000183,
  ReleasedLegs1790000000184,
  BookedNotUnderstood1790000000185,
  AgreeLastResort1790000000186,
  CandidatesInOneRow1790000000187,
  Suppressions1790000000190,
  SharedNumber1790000000191,
  CalendarEntries1790000000194,
  MessagesToAnAddress1790000000195,
  MoreAnswers1790000000197,
  ReplyCodes1790000000198,
  WhatPatientsAskFor1790000000199,
  MessagesByTime1790000000200,
  PausedIntents1790000000201,
  MessagesByCarrier1790000000202,
  Calls1790000000203,
  Reviews1790000000204,
  Reviewers1790000000205,
  MessagesToSupporters1790000000207,
  Asking1790000000208,
  NewsOfACancellation1790000000209,
  PatientZone1790000000210,
  Spending1790000000211,
  SpendingNearCap1790000000212,
  OneIndexOfAddresses1790000000214,
  Plans1790000000215,
  PostalAddress1790000000216,
  Letters1790000000217,
  LettersWaiting1790000000218,
  Recordings1790000000219,
  OwnRecordings1790000000220,
  Changes1790000000222,
  RatherCalled1790000000226,
  Attendance1790000000240,
  ClinicianLinks1790000000241,
  AttendanceTasks1790000000242,
  CliniciansInTheTrail1790000000243,
  WhatAClinicianSees1790000000244,
  OfferHoursByLead1790000000235,
  Searches1790000000236,
  AskingByPolicy1790000000237,
  InHouse1790000000238,
  MessagesToStaff1790000000250,
  AlertLinks1790000000251,
  Alerts1790000000252,
  Ladders1790000000253,
  Rebook1790000000254,
  RequestSteps1790000000230,
  NewsOfChanges1790000000231,
  AgenciesAnswer1790000000248,
  AgencySilent1790000000249,
  ThroughAnAgency1790000000255,
  Agencies1790000000256,
  ByAgency1790000000257,
  LinksOfAgencies1790000000258,
  MessagesToAgencies1790000000259,
  PhoneNow1790000000264,
  JobsThatChanged1790000000223,
  Cancellations1790000000224,
  Places1790000000260,
  MessagesAboutNoBooking1790000000261,
  InterpreterSessions1790000000265,
  OwnWeek1790000000266,
  CalendarFeeds1790000000267,
  Documents1790000000268,
  People1790000000262,
  OrganisationDetails1790000000263,
  DocumentsThatLapse1790000000269,
  SavedFilters1790000000225,
  SitesThatChange1790000000227,
  ClosedSites1790000000228,
  WhereJobsAre1790000000229,
  ChangedAddresses1790000000270,
];
