import { aroundBookings } from './around-bookings.mjs';
import { amongPeople } from './people.mjs';
import { aboutRequests } from './requests.mjs';

/**
 * What holds when many act at once, and what nobody sees who may not: each of these is taken away in turn, and the test of this name must
 * fail. `find` stands in the file exactly once.
 */
const bookings = 'libs/bookings/src';
const locks = `${bookings}/booking.locks.test.ts`;
const inBookings = `${bookings}/bookings.test.ts`;
const teams = `${bookings}/teams.test.ts`;
const rows = { test: `${bookings}/row-security.test.ts`, name: 'open to staff only their own organisation’s rows, to an interpreter what they are asked, to a link one booking' };
const letters = { test: 'libs/reminders/src/postal-letters.test.ts', name: 'does not get a second letter when somebody asks for one in the moment in which it is written by itself' };
const migration = (name) => `libs/bookings/migrations/${name}.ts`;

export const mutations = [
  // Locks.
  {
    what: 'An answer to an offer holds the booking’s row', file: `${bookings}/booking.locks.ts`,
    find: 'where b.id = (select o.booking_id from ${mineAndWanted}) for update`', instead: 'where b.id = (select o.booking_id from ${mineAndWanted})`',
    test: locks, name: 'an acceptance waits before it writes anything, and sees that the offer was withdrawn meanwhile',
  },
  {
    what: 'The offer is read after the wait for the booking, not before', file: `${bookings}/booking.locks.ts`,
    find: 'const [bookings = [], offers = [], slots = []] = await rowsInOrder(tx, [',
    instead: "const [offers = []] = await rowsInOrder(tx, [{ name: 'early', text: `select ${columnsOf(tx, Offer, 'o')} from ${mine}`, values }]);\n  const [bookings = [], , slots = []] = await rowsInOrder(tx, [",
    test: locks, name: 'an acceptance waits before it writes anything, and sees that the offer was withdrawn meanwhile',
  },
  {
    what: 'Whoever else changes a booking holds its row', file: `${bookings}/booking.locks.ts`,
    find: ", lock: { mode: 'pessimistic_write' }", instead: '',
    test: locks, name: 'a yes that staff write down waits, and sees that it was cancelled meanwhile',
  },
  {
    what: 'Whoever is judged is held: their calendar stands still', file: `${bookings}/filling.service.ts`,
    find: 'const [, request] = await together([lockInterpreters(tx, [interpreterId]), ', instead: 'const [request] = await together([',
    test: locks, name: 'an acceptance waits, and is refused by a rule for a time that was taken meanwhile, before the constraint has to speak',
  },
  {
    what: 'Calendars are held in one order', file: 'libs/platform/src/database.ts',
    find: '(select unnest($1::uuid[]) i order by 1) sorted', instead: 'unnest($1::uuid[]) i',
    test: locks, name: 'whoever needs two takes them in one order, whichever way round they are named, and holds neither while waiting for the first',
  },
  {
    what: 'A form that is sent twice at once is one request', file: `${bookings}/booking.locks.ts`,
    find: 'select pg_advisory_xact_lock(hashtextextended($1, 2))', instead: 'select $1::text',
    test: locks, name: 'the same form sent again waits, and is answered with what was booked',
  },
  {
    what: 'A new booking waits for what is being lowered for its patient', file: `${bookings}/bookings.service.ts`,
    find: '    lockLowered(tx, patientId);\n', instead: '',
    test: locks, name: 'a new booking of that patient waits, and knows of it',
  },
  {
    what: 'Whoever changes a booking waits for what is being lowered for its patient', file: `${bookings}/booking.locks.ts`,
    find: '  if (found) lockLowered(tx, found.patientId);\n', instead: '',
    test: locks, name: 'whoever changes a booking of that patient waits, and the booking knows of it',
  },
  {
    what: 'A letter written by itself waits for whoever asks for one', file: 'libs/reminders/src/postal-letters.service.ts',
    find: '    await this.letters.lockWriting(tx, booking.id);\n', instead: '',
    ...letters,
  },
  {
    what: 'Whoever asks for a letter waits for one that is written by itself', file: 'libs/reminders/src/print-queue.service.ts',
    find: '      await this.tools.letters.lockWriting(tx, bookingId);\n', instead: '',
    ...letters,
  },
  // Constraints.
  {
    what: '`an_interpreter_is_in_one_place_at_a_time`', file: 'libs/interpreters/migrations/50-interpreters.ts',
    find: 'an_interpreter_is_in_one_place_at_a_time exclude using gist (interpreter_id with =, during with &&)',
    instead: 'an_interpreter_is_in_one_place_at_a_time exclude using gist (interpreter_id with =, during with &&) where (booking_id is null)',
    test: inBookings, name: 'refuses to put an interpreter in two places, whoever asks',
  },
  {
    what: '`a_slot_is_filled_once`', file: migration('60-bookings'),
    find: 'create unique index a_slot_is_filled_once', instead: 'create index a_slot_is_filled_once',
    test: inBookings, name: 'refuses two winners of one slot',
  },
  {
    what: '`a_relay_is_booked_with_both_or_none`', file: migration('162-legs-and-wishes'),
    find: "(state not in ('confirmed', 'in-progress', 'completed') or (pivot_id is null) = (second_interpreter_id is null))", instead: '(true)',
    test: `${bookings}/relays.test.ts`, name: 'is never confirmed with one, whoever writes: the database refuses',
  },
  {
    what: '`an_interpreter_is_asked_once_at_a_time`', file: migration('60-bookings'),
    find: 'create unique index an_interpreter_is_asked_once_at_a_time', instead: 'create index an_interpreter_is_asked_once_at_a_time',
    test: locks, name: 'refuses to ask one interpreter twice at a time for one booking',
  },
  {
    what: '`a_request_is_booked_once`', file: migration('60-bookings'),
    find: 'constraint a_request_is_booked_once unique (organisation_id, request_key)', instead: 'constraint a_request_is_booked_once unique (id, organisation_id, request_key)',
    test: locks, name: 'refuses to book one request twice',
  },
  {
    what: '`an_open_offer_is_known_by_its_code`', file: migration('198-reply-codes'),
    find: "(interpreter_id, reply_code) where state = 'open'", instead: "(interpreter_id, reply_code, id) where state = 'open'",
    test: `${bookings}/offer-codes.test.ts`, name: 'a code that the interpreter is being asked under is not given again, though it is another organisation’s and cannot be seen',
  },
  {
    what: '`nobody_has_two_places_of_a_booking`', file: migration('260-places'),
    find: 'create unique index nobody_has_two_places_of_a_booking', instead: 'create index nobody_has_two_places_of_a_booking',
    test: teams, name: 'has nobody twice, not even where somebody hears their yes by telephone again',
  },
  // What an acceptance looks at again.
  {
    what: 'An acceptance: the offer is still open', file: `${bookings}/offer.entity.ts`,
    find: "    if (this.state !== 'open') throw new Conflict(...sentences[this.state]);\n", instead: '',
    test: locks, name: 'an acceptance waits before it writes anything, and sees that the offer was withdrawn meanwhile',
  },
  {
    what: 'An acceptance: the time to answer is not over', file: `${bookings}/offer.entity.ts`,
    find: '    if (this.expiresAt <= now) throw new Conflict(...sentences.expired);\n', instead: '',
    test: inBookings, name: 'after the offer expired is refused, also before the sweep wrote it down: silence never accepts',
  },
  {
    what: 'An acceptance: every hard rule', file: `${bookings}/acceptance.service.ts`,
    find: '      if (!verdict.eligible) throw whyNotNow(verdict);\n', instead: '      if (!verdict.eligible) Object.assign(verdict, { eligible: true });\n',
    test: inBookings, name: 'across town with ten minutes between is refused, also when both are accepted at once',
  },
  {
    what: 'An acceptance: the conflict question', file: `${bookings}/acceptance.service.ts`,
    find: '      if (booking.asksConflict) offer.answerConflict(conflict, now);\n', instead: '',
    test: `${bookings}/wishes.test.ts`, name: 'gets nobody who was not asked whether anything stands against it',
  },
  {
    what: 'An acceptance: the place is still free', file: `${bookings}/acceptance.service.ts`,
    find: '  if (open) return open;\n', instead: '  if (open ?? slot) return open ?? slot;\n',
    test: locks, name: 'an acceptance waits, and hears that somebody was first who took the place meanwhile',
  },
  {
    what: 'An acceptance: who comes when the place is taken does not queue for it', file: `${bookings}/booking.locks.ts`,
    find: ' and coalesce(s.interpreter_id, $2) = $2)`', instead: ')`',
    test: locks, name: 'whoever comes when the place is taken hears it at once, and waits for nobody',
  },
  {
    what: 'Before others heard that it was filled, a job that is given back leaves them asked', file: `${bookings}/offer-upkeep.job.ts`,
    find: '    booking.goOnAsking();\n', instead: '',
    test: `${bookings}/giving-back.test.ts`, name: 'before the others heard that it was filled leaves them asked, and the booking is being offered',
  },
  {
    what: 'A yes takes any place of a team that is free', file: `${bookings}/acceptance.service.ts`,
    find: '(isFree(slot) ? slot : slots.find((other) => isFree(other) && isAlike(other, slot)))', instead: '(isFree(slot) ? slot : undefined)',
    test: teams, name: 'of three among twelve who accept at the same moment has three different people, and nobody else is taken',
  },
  {
    what: 'Who was asked for one part of a handover is not booked for another', file: `${bookings}/staffing.policy.ts`,
    find: ' && a.fromMinute === b.fromMinute && a.untilMinute === b.untilMinute;', instead: ';',
    test: teams, name: 'does not give the second part to whoever lost the first',
  },
  {
    what: 'Whoever takes over is booked for their own part', file: `${bookings}/filling.service.ts`,
    find: 'interval: partOf(booking, slot),', instead: 'interval: { start: booking.startsAt, end: booking.endsAt },',
    test: teams, name: 'takes of each only their own part, and tells them when that is',
  },
  // What a sweep claims.
  {
    what: 'An offer expires only while it is open', file: `${bookings}/offer-upkeep.job.ts`,
    find: "{ id: offerId, state: 'open', expiresAt: LessThanOrEqual(now) }", instead: '{ id: offerId, expiresAt: LessThanOrEqual(now) }',
    test: locks, name: 'the sweep for offers whose time is over waits, and leaves one alone that was answered meanwhile',
  },
  {
    what: 'An offer expires only when its time is over', file: `${bookings}/offer-upkeep.job.ts`,
    find: "{ id: offerId, state: 'open', expiresAt: LessThanOrEqual(now) }", instead: "{ id: offerId, state: 'open' }",
    test: locks, name: 'and leaves one alone that was given more time meanwhile',
  },
  // Row-level security.
  {
    what: 'Row-level security of `bookings`: staff', file: migration('60-bookings'),
    find: "      rowSecurity('bookings.bookings', {\n        d_app: { rows: own.organisation(),", instead: "      rowSecurity('bookings.bookings', {\n        d_app: { rows: 'true',",
    test: inBookings, name: 'another organisation sees nothing, also without a where',
  },
  {
    what: 'Row-level security of `bookings`: interpreters', file: migration('60-bookings'),
    find: 'rows: `id in ${ownOffers}`', instead: "rows: 'true'",
    test: inBookings, name: 'an interpreter sees the bookings offered to them and no others, also without a where',
  },
  {
    what: 'Row-level security of `bookings`: a link', file: migration('60-bookings'),
    find: "d_link: { rows: own.booking('id'),", instead: "d_link: { rows: 'true',",
    test: inBookings, name: 'a patient’s link sees one booking',
  },
  ...['offers', 'slots', 'entries', 'assignments'].map((table) => ({
    what: `Row-level security of \`${table}\`: staff`, file: migration('60-bookings'),
    find: `      rowSecurity('bookings.${table}', {\n        d_app: { rows: own.organisation(),`, instead: `      rowSecurity('bookings.${table}', {\n        d_app: { rows: 'true',`,
    ...rows,
  })),
  ...['language_consents', 'understandings', 'lowered_pairs', 'alternatives_shown'].map((table) => ({
    what: `Row-level security of \`${table}\`: staff`, file: migration('161-consents'),
    find: `      rowSecurity('bookings.${table}', {\n        d_app: { rows: own.organisation(),`, instead: `      rowSecurity('bookings.${table}', {\n        d_app: { rows: 'true',`,
    ...rows,
  })),
  {
    what: 'Row-level security of `interpreter_wishes`: interpreters', file: migration('162-legs-and-wishes'),
    find: "d_interp: { rows: own.interpreter(), may: ['select'] },", instead: "d_interp: { rows: 'true', may: ['select'] },",
    test: `${bookings}/wishes.test.ts`, name: 'is kept with who wrote it down and nothing else; another organisation, other interpreters see nothing of it',
  },
  {
    what: 'Row-level security is forced, on the owner too', file: 'libs/platform/src/row-security.ts',
    find: 'enable row level security, force row level security;', instead: 'enable row level security;',
    test: rows.test, name: 'are closed to everybody, their owner too, but for what a policy opens',
  },
  // When something is taken away.
  {
    what: 'Nobody waits for a connection without end', file: 'libs/platform/src/platform.module.ts',
    find: 'connectionTimeoutMillis: LONGEST_WAIT_MS, ', instead: '',
    test: 'libs/platform/src/connections.test.ts', name: 'wait for a while and are told to come back; afterwards all is as before',
  },
  {
    what: 'All of one request waits only once for connections', file: 'libs/platform/src/connections.ts',
    find: '    if (shared) shared.leftMs -= performance.now() - started;\n', instead: '    if (shared) shared.leftMs -= started - started;\n',
    test: 'libs/platform/src/connections.test.ts', name: 'has one patience for all that it begins, and what comes too late is there for others',
  },
  {
    what: 'What a cut connection interrupted is done again', file: 'libs/platform/src/database.ts',
    find: ' || isConnectionLost(error);', instead: ';',
    test: 'libs/platform/src/connections.test.ts', name: 'is replaced by another, on which all of it is done again, once',
  },
  {
    what: 'What was cut before its COMMIT is done again, though COMMIT was on its way', file: 'libs/platform/src/ending.ts',
    find: 'before.some(wasToldOfTheEnd) || ', instead: '',
    test: 'libs/platform/src/hot-rows.test.ts', name: 'is done again on another connection where PostgreSQL ended this one before COMMIT, though that was on its way',
  },
  {
    what: 'A write for which nobody waits fails its transaction', file: 'libs/platform/src/ending.ts',
    find: 'const written = [...tx.unanswered, ', instead: 'const written = [',
    test: 'libs/platform/src/hot-rows.test.ts', name: 'fails the whole transaction when it fails, and says why, whatever failed after it',
  },
  {
    what: 'What was cut at its COMMIT is not done a second time', file: 'libs/platform/src/ending.ts',
    find: 'throw isKnown ? refusal : outcomeUnknown();', instead: 'throw refusal;',
    test: 'libs/platform/src/connections.test.ts', name: 'at its COMMIT ends in a word that nobody knows, and it is not done a second time',
  },
  ...aboutRequests,
  ...aroundBookings,
  ...amongPeople,
];
