export { AgencyBooking } from './agency-booking.service';
export type { AgencyStep } from './agency-booking.service';
export { AskingInTurn } from './asking-in-turn.service';
export type { AskedInTurn } from './asking-in-turn.service';
export { Alternatives } from './alternatives.service';
export type { ConsentQuestion } from './alternatives.service';
export { AlternativesShown } from './alternatives.entity';
export { fillingOf } from './board.queries';
export type { FillingRow } from './board.queries';
export { Acceptance } from './acceptance.service';
export type { ConflictAnswer } from './acceptance.service';
export { Assignment, Slot } from './assignment.entity';
export type { SlotRole } from './assignment.entity';
export { Booking } from './booking.entity';
export type { PatientAnswer, PatientWish } from './booking.entity';
export type { Modality } from './modality';
export { BookingRecord } from './booking-record.service';
export {
  bookingCancelled,
  bookingChanged,
  bookingConfirmed,
  bookingNotMet,
  bookingOffered,
  bookingRequested,
  nobodyLeftToAsk,
  consentChanged,
  consentWithdrawn,
  interpreterReplaced,
  legsReleased,
  offerDeclined,
  offerExpired,
  offersClosed,
  patientAnswered,
  patientWished,
  ranOutOfOffers,
  slotReopened,
  understandingReviewed,
} from './booking.events';
export type { Changeable, ReopenedBecause } from './booking.events';
export {
  bookingFacts,
  bookingFactsOf,
  bookingRow,
  bookingsBetween,
  entriesOfBooking,
  findBookings,
  nextAppointments,
  offersOfBooking,
  openBookingsOfPatient,
  unfilledBookings,
} from './booking.queries';
export type { BookingFacts, BookingRow, EntryRow, OfferRow } from './booking.queries';
export { bookingStates, moverOf, transitions } from './booking.state';
export type { BookingState, Mover, Progressed } from './booking.state';
export { intervalOf } from './booking.time';
export type { AppointmentInput } from './booking.time';
export { BookingsModule } from './bookings.module';
export { Bookings } from './bookings.service';
export type { BookingInput } from './bookings.service';
export { Cancellation, standingCancellation } from './cancellation.entity';
export type { CancelledBy } from './cancellation.entity';
export { Cancellations } from './cancellations.service';
export { Changes } from './changes.service';
export type { ChangingActor, Seen } from './changes.service';
export { rematchOf } from './change.policy';
export type { BookingChange } from './change.policy';
export { LanguageConsent } from './consent.entity';
export { askedWays } from './consent.policy';
export type { AskedWay } from './consent.policy';
export { consentsOfBooking, lastResortsToAgreeTo } from './consent.queries';
export type { ConsentRow, LastResortToAgreeTo } from './consent.queries';
export type { ConsentInput, SaidConsent } from './consent.taking';
export { Consents } from './consents.service';
export { DirectBooking } from './direct-booking.service';
export type { HeardYes } from './direct-booking.service';
export { EmergencyAsking } from './emergency-asking.service';
export type { FreeNow } from './emergency-asking.service';
export { Entry } from './entry.entity';
export { GivingBack } from './giving-back.service';
export { NotMet } from './not-met.service';
export { journeysTo } from './journey.queries';
export type { Journey } from './journey.queries';
export { jobsAheadOf, organisationsOfInterpreters } from './interpreter-jobs.queries';
export type { JobsAhead, JobsWithOrganisation } from './interpreter-jobs.queries';
export { LoweredPair, reviewOutcomes, reviewReasons } from './lowered-pair.entity';
export type { ReviewOutcome, ReviewReason } from './lowered-pair.entity';
export { bookedThoughLowered } from './lowered-pair.queries';
export type { BookedLowered } from './lowered-pair.queries';
export { Offer } from './offer.entity';
export type { Agreement, OfferState, ReleasedBecause } from './offer.entity';
export { OfferWithdrawal } from './offer-withdrawal.service';
export { acceptedOffersOf, agreedBefore, offerFacts, offerFactsOf, offersByCode, offersTo, openOffersOf } from './offer.queries';
export type { CodedOffer, OfferFacts } from './offer.queries';
export { legsOfBooking } from './leg.queries';
export type { LegRow } from './leg.queries';
export { placesOfBooking } from './place.queries';
export type { PlaceRow } from './place.queries';
export { Places } from './places.service';
export { Progress } from './progress.service';
export { OpenSlots } from './open-slots.service';
export { OtherDates } from './other-dates.service';
export type { OtherDate } from './other-dates.service';
export type { OpenBooking } from './open-slots.service';
export { lostInterpreters, nextJobsLate } from './reach.queries';
export type { NextJob } from './reach.queries';
export { Relays } from './relays.service';
export type { RelayChoice } from './relays.service';
export { Replacement } from './replacement.service';
export { ReviewGround } from './review-ground.entity';
export { Reviews } from './reviews.service';
export { InterpreterSearch } from './search.service';
export { appointmentsAhead } from './site.queries';
export type { AppointmentAhead } from './site.queries';
export { partOf } from './staffing.policy';
export type { Staffing } from './staffing.policy';
export { Understanding, understandingAskedWays } from './understanding.entity';
export type { UnderstandingAskedWay } from './understanding.entity';
export { afterSession, bookedByOtherVariety, understandingOfClinician } from './understanding.queries';
export type { AfterSession } from './understanding.queries';
export { Understandings } from './understandings.service';
