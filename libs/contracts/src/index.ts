export { asked, attendanceView, attest, clinicAttests, clinicianLink, clinicLate, concernsView, emergencyView, replaceNow } from './attendance';
export type { AttendanceView, Attest, AttestedMark, ClinicianLink, ClinicLate, ConcernsView, EmergencyView, ReplaceNow } from './attendance';
export { phoneNow, phoneNowRequest } from './phone-now';
export type { PhoneNow, PhoneNowRequest } from './phone-now';
export { alertKind, alertList, alertView } from './alerts';
export type { AlertList, AlertView } from './alerts';
export { agency, agencyActivity, agencyChange, agencyRequest, bookingAgencies, newAgency, passToAgency } from './agencies';
export type { Agency, AgencyActivity, AgencyChange, AgencyRequest, BookingAgencies, NewAgency } from './agencies';
export {
  appointment, bookingChange, bookingDetail, bookingRequest, bookingState, cancelBooking, candidateQuestion, consentQuestionRequest, deliveryState,
  heardYes, messageDraft, offerMore, offerState, offerView, patientAnswer, patientWish, pausedView, plannedMessage, preview, profilePreview, rematchOfChange, saidProfile, swap,
  timelineEntry, timelineMessage, topic, voidCancellation,
} from './bookings';
export type {
  Appointment, BookingChange, BookingDetail, BookingRequest, BookingState, CandidateQuestion, HeardYes, MessageDraft,
  PatientAnswer, PausedView, PlannedMessage, Preview, ProfilePreview, SaidProfile, Swap, TimelineEntry, Topic,
} from './bookings';
export {
  aboutVariety, acceptedParams, acceptedVariety, askedWay, consentDecision, consentParams, consentQuestion, consentView, patientConsent,
  reviewClosing, reviewOutcome, reviewReason, saidConsent, understandingAskedWay, understandingSaid, understandingView,
} from './consents';
export type {
  AcceptedVariety, AskedWay, ConsentQuestion, ConsentView, PatientConsent, ReviewClosing, ReviewReason, UnderstandingAskedWay,
  UnderstandingSaid, UnderstandingView,
} from './consents';
export {
  bookingCandidateParams, candidate, candidateList, candidateParams, namedScore, notPossible, reasonAgainst, reasonChip, tone, whyNot,
} from './candidates';
export type { Candidate, CandidateList, NamedScore, NotPossible, WhyNot } from './candidates';
export {
  confidence, encounterDetail, encounterEdit, encounterImportQuery, encounterPage, encounterQuery, encounterReport, encounterText, encounterView,
  looseningInput, looseningView, pairParams, rulingInput, terms,
} from './encounters';
export type {
  Confidence, EncounterDetail, EncounterEdit, EncounterPage, EncounterQueryInput, EncounterReport, EncounterView, LooseningInput,
  LooseningView, RulingInput, Terms,
} from './encounters';
export {
  datedException, interpreter, interpreterActivity, interpreterChange, interpreterInput, interpreterPage, interpreterQuery, interpreterRole,
  interpreterRow, interpreterSkill, jobsAhead, reliability, skillDirection, skillScope, transport, wayOfWorking, weeklyHours,
} from './interpreters';
export type {
  DatedException, Interpreter, InterpreterActivity, InterpreterChange, InterpreterInput, InterpreterPage, InterpreterQuery, InterpreterRow, JobsAhead, Reliability,
  WayOfWorking,
} from './interpreters';
export { ladderView, rung } from './ladders';
export type { LadderView, Rung } from './ladders';
export {
  letterLayout, letterMark, letterPreview, letterQuery, letterState, lettersToPrint, letterToPost, printQueue, printQueueQuery, queuedLetter,
} from './letters';
export type {
  LetterLayout, LetterMark, LetterPreview, LetterQuery, LetterState, LettersToPrint, LetterToPost, PrintQueuePage, PrintQueueQuery, QueuedLetter,
} from './letters';
export { failurePage, failureView, messageSheetQuery, messagesQuery, outboxPage, outboxQuery, outboxRow, outboxShow, replyPage, replyView } from './messages';
export type { FailurePage, FailureView, MessageSheetQuery, OutboxPage, OutboxQuery, OutboxRow, OutboxShow, ReplyPage, ReplyView } from './messages';
export { firstStep, firstSteps, organisationChange, organisationDetails } from './organisation';
export type { FirstStep, FirstSteps, OrganisationChange, OrganisationDetails } from './organisation';
export {
  asking, channel, contactSafety, genderWish, interpreterWishes, languageRole, learntHow, needFlag, patient, patientChannel, patientInput,
  patientLanguage, patientPage, patientQuery, patientRow, postalAddress, refusal, roleBeside,
} from './patients';
export type { Asking, ContactFormat, Patient, PatientInput, PatientPage, PatientQuery, PatientRow, PostalAddress, RoleBeside } from './patients';
export { phone, phoneList, phoneMessage, phoneReply } from './phones';
export type { Phone, PhoneList, PhoneReply } from './phones';
export { alertRules, dutyContact, fillingWay, matchingWeights, organisationPolicyView, versionedPolicy, monthsSpending } from './policy';
export type { DutyContact, FillingWay, MonthsSpending, MatchingWeights, OrganisationPolicyView, VersionedPolicy } from './policy';
export { ownRecordingQuery, recordedPhrase, recordedSound, recordedVarietyParams, recordingVarieties, recordingVariety, recordPhraseParams, scriptText } from './recordings';
export type { OwnRecordingQuery, RecordedPhrase, RecordingVarieties, RecordingVariety } from './recordings';
export { rosterLine, rosterQuery, rosterReport, rosterText } from './roster';
export type { RosterLine, RosterReport } from './roster';
export { bookingRelay, relayChoice, relayList, relayPair } from './relays';
export type { BookingRelay, RelayChoice, RelayList, RelayPair } from './relays';
export { filteredList, newFilter, savedFilter, savedFiltersQuery } from './saved-filters';
export type { FilteredList, NewFilter, SavedFilter } from './saved-filters';
export { searchView, searchWay, startSearch } from './searches';
export type { SearchView, SearchWay } from './searches';
export { found, searchQuery } from './search';
export type { Found } from './search';
export {
  accountMail, changePassword, choosePassword, forgottenPassword, invitation, joining, joinWith, newInvitation, newTestMessage, passwordLink, peopleList, person,
  personChange, roleChange, testMessage, tokenParams,
} from './people';
export type {
  AccountMail, ChangePassword, ChoosePassword, ForgottenPassword, Invitation, Joining, JoinWith, NewInvitation, NewTestMessage, PasswordLink, PeopleList, Person,
  PersonChange, RoleChange, TestMessage,
} from './people';
export { permission, session, signIn, staffRole } from './session';
export type { Permission, Session, SignIn } from './session';
export { id, idParams, instant, list, localDate, localTime, modality, page, pageQuery, problem, sheet } from './shared';
export type { Modality, Problem } from './shared';
export { newSite, site } from './sites';
export type { NewSite, Site } from './sites';
export { askedPrivately, supporter, supporterInput, supporterParams, supporterRelation, supporterTold } from './supporters';
export type { AskedPrivately, Supporter, SupporterInput, SupporterRelation, SupporterTold } from './supporters';
export {
  lintRule, textApproval, textCheck, textForm, textLanguageParams, textLanguages, textParams, textsOfLanguage, textState, textToCheck, textView,
  textWithdrawal,
} from './texts';
export type {
  LintRule, TextApproval, TextCheck, TextForm, TextLanguages, TextParams, TextRow, TextsOfLanguage, TextState, TextView, TextWithdrawal,
} from './texts';
export { appointmentRow, daySheetQuery, dayOfAppointment, messageStatus, queueKind, queueRow, today, todayRow, whatNext } from './today';
export type { AppointmentRow, DaySheetQuery, DayOfAppointment, QueueRow, Today, TodayRow, WhatNext } from './today';
export { board, boardJudgements, boardQuery, judgementQuery } from './board';
export type { Board, BoardJob, BoardJudgement, BoardJudgements, BoardOpening, BoardQuery, BoardRow, JudgementQuery, Verdict } from './board';
export { translatorApproval, translatorFile, translatorReading } from './translator-files';
export type { TranslatorApproval, TranslatorChange, TranslatorReading } from './translator-files';
export { finderCard, finderQuery, level, variety } from './varieties';
export type { FinderCard, Level, Variety } from './varieties';
export { bookingTeam, staffing } from './teams';
export type { BookingTeam, Staffing } from './teams';
export {
  acceptOffer, documentFile, documentKind, documentMedia, documentOfInterpreterParams, documentParams, exceptionParams, giveBackJob, interpreterApp, interpreterDocument,
  interpreterDocuments, LARGEST_DOCUMENT, myCalendar, myCalendarMade, myCodeRequest, myCodeSent, myJob, myJobs, myJobsQuery, myJobState, myOffer, myOffers,
  mySession, mySignIn, myStep, myWeek, myWeekChange, newDocument, newException, offerParams, sayAttendance, sayConcern, sayLate, sayStillComing, sayUnderstood,
} from './my';
export type {
  AcceptOffer, DocumentKind, GiveBackJob, InterpreterApp, InterpreterDocument, InterpreterDocuments, MyCalendar, MyCalendarMade, MyCodeRequest, MyCodeSent, MyJob,
  MyJobs, MyJobsQuery, MyOffer, MyOffers, MySession, MySignIn, MyStep, MyWeek, MyWeekChange, NewDocument, NewException, SayAttendance, SayConcern, SayLate,
  SayStillComing, SayUnderstood,
} from './my';
