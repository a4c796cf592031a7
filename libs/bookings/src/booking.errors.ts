import { Conflict } from '@dragoman/kernel';
import { type RefusedVerdict, toldToStaff } from '@dragoman/matching';

/** What the database's own refusals mean to a person. */
export const bookingConstraints = {
  a_slot_is_filled_once: () => new Conflict('already-filled', 'Somebody else accepted first. Thank you for answering.'),
  nobody_has_two_places_of_a_booking: () =>
    new Conflict('already-in-team', 'This interpreter has a place in this booking already. Nothing was booked twice.'),
  an_interpreter_is_asked_once_at_a_time: () =>
    new Conflict('already-asked', 'This interpreter is being asked already. Nothing was sent twice.'),
  a_closed_site_takes_no_bookings: () =>
    new Conflict('site-closed', 'This site is closed: nobody comes there any more. Choose another; nothing was booked or moved.', { path: 'siteId' }),
  a_request_is_booked_once: () => new Conflict('already-booked', 'This was booked a moment ago.'),
};

/** For staff: who, why, and nothing about another organisation. */
export const notPossible = ({ interpreterId, displayName, sentence, refusals }: RefusedVerdict): Conflict =>
  new Conflict('interpreter-not-possible', `${displayName}: ${sentence}`, { interpreterId, reason: toldToStaff(refusals)[0]?.code });
