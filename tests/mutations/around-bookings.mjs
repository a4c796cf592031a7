/** What holds of cancellations, searches, ladders, attendance, alerts, agencies and somebody on the phone now; as in list.mjs. */
const unique = (name) => ({ find: `create unique index ${name}`, instead: `create index ${name}` });
const bookings = 'libs/bookings/src';
const cancellations = { file: 'libs/bookings/migrations/224-cancellations.ts', test: `${bookings}/cancellations.test.ts` };
const givingBack = { file: `${bookings}/giving-back.service.ts`, test: `${bookings}/giving-back.test.ts`, name: 'twice is once, also both at the same moment' };
const searches = { file: 'libs/searches/migrations/236-searches.ts', test: 'libs/searches/src/searches.test.ts', name: 'are refused by the database, whoever writes: one search for a booking, and nobody asked twice in it' };
const ladders = { file: 'libs/ladders/src/ladder-course.service.ts', test: 'libs/ladders/src/ladders.test.ts' };
const attendance = { file: 'libs/attendance/migrations/240-attendance.ts', test: 'libs/attendance/src/attendance.test.ts' };
const asked = 'asks once whether somebody still comes, and misses them once, whoever writes: the database refuses';
const emergency = { test: 'libs/attendance/src/emergency.test.ts' };
const alerts = { test: 'libs/alerts/src/alerts.service.test.ts' };
const agencies = { test: 'libs/agencies/src/agencies.test.ts' };
const calling = { test: 'libs/phone-now/src/phone-now.test.ts' };
const oneAtATime = { file: 'libs/phone-now/migrations/264-phone-now.ts', ...calling, name: 'calls one at a time and nobody twice, whoever writes: the database refuses' };
const person = { test: 'libs/interpreters/src/interpreters.service.test.ts', name: 'is one person: a phone or an email of somebody else is refused' };
const consents = { file: 'libs/bookings/migrations/161-consents.ts', test: `${bookings}/consents.test.ts` };
const reviews = { file: 'libs/bookings/migrations/168-review-grounds.ts', test: `${bookings}/reviews.test.ts` };
const otherClinic = { find: '        d_app: { rows: own.organisation(),', instead: "        d_app: { rows: 'true'," };

/** Tables that hold something of a patient, each in the migration of its lib. */
const patientTables = {
  'libs/searches/migrations/236-searches.ts': ['searches.searches', 'searches.asked'],
  'libs/ladders/migrations/253-ladders.ts': ['ladders.ladders', 'ladders.rungs'],
  'libs/attendance/migrations/240-attendance.ts': ['attendance.marks', 'attendance.delays', 'attendance.concerns', 'attendance.checks', 'attendance.missed_arrivals'],
  'libs/alerts/migrations/252-alerts.ts': ['alerts.notices'],
  'libs/agencies/migrations/256-agencies.ts': ['agencies.agencies', 'agencies.requests'],
  'libs/phone-now/migrations/264-phone-now.ts': ['phone_now.${table}'],
};
const quoted = (table) => (table.includes('$') ? `\`${table}\`` : `'${table}'`);
const rowSecurity = Object.entries(patientTables).flatMap(([file, tables]) =>
  tables.map((table) => ({
    what: `Row-level security of \`${table.replace('${table}', '*')}\`: staff`, file,
    find: `rowSecurity(${quoted(table)}, {\n${table.includes('$') ? '  ' : ''}${otherClinic.find}`,
    instead: `rowSecurity(${quoted(table)}, {\n${table.includes('$') ? '  ' : ''}${otherClinic.instead}`,
    test: `${bookings}/row-security.test.ts`, name: 'open to staff only their own organisation’s rows, to an interpreter what they are asked, to a link one booking',
  })),
);

export const aroundBookings = [
  // Cancellations, and jobs that are given back.
  {
    what: '`a_cancellation_is_not_relabelled`', ...cancellations, find: 'create trigger a_cancellation_is_not_relabelled before update on bookings.cancellations\n        for each row execute function bookings.a_cancellation_is_not_relabelled();', instead: '',
    name: 'is not relabelled by anybody, the owner of the tables included: reason = \'another\'',
  },
  {
    what: 'The program itself may only void a cancellation', ...cancellations, find: "'update (voided_at, voided_by, void_reason)'", instead: "'update'",
    name: 'can be written by the program’s own role, and never be changed or taken out by it',
  },
  { what: '`a_booking_is_cancelled_once_at_a_time`', ...cancellations, ...unique('a_booking_is_cancelled_once_at_a_time'), name: 'stands alone, whoever writes another: the database refuses' },
  {
    what: 'A job given back: the offer is read again after the wait for the booking', ...givingBack,
    find: 'const offer = await tx.findOneByOrFail(Offer, { id: offerId });', instead: 'const offer = found;',
    test: `${bookings}/booking.locks.test.ts`, name: 'whoever gives a job back waits, and hears that it was given to somebody else meanwhile',
  },
  { what: 'A job given back: twice is once', ...givingBack, find: '      if (offer.isGivenBack()) return;\n', instead: '' },
  // Searches.
  { what: '`nobody_is_asked_twice_in_one_search`', ...searches, find: 'constraint nobody_is_asked_twice_in_one_search primary key (booking_id, round, interpreter_id)', instead: 'constraint nobody_is_asked_twice_in_one_search check (true)' },
  {
    what: 'A wave: whether it is time is looked at again once the booking is held', file: 'libs/searches/src/search-course.service.ts', test: searches.test,
    find: "    if (what === 'wait') return;\n", instead: '', name: 'start a wave once',
  },
  // Ladders.
  { what: '`a_rung_is_taken_once`', ...ladders, file: 'libs/ladders/migrations/253-ladders.ts', find: 'constraint a_rung_is_taken_once unique (booking_id, round, rung)', instead: 'constraint a_rung_is_taken_once check (true)', name: 'is taken once, whoever writes: the database refuses' },
  { what: 'A rung: whether it is due is looked at again once the booking is held', ...ladders, find: ' && (await this.dueIn(tx, standing)) === found.to)', instead: ')', name: 'is taken once by two workers at once' },
  // Attendance.
  { what: '`a_side_says_it_once`', ...attendance, ...unique('a_side_says_it_once'), name: 'is said once by each side, whoever writes: the database refuses' },
  { what: 'What one side said already is said', ...attendance, file: 'libs/attendance/src/attendance.service.ts', find: '    if (before && (given === null || Math.abs(before.at.getTime() - at.getTime()) < MINUTE)) return before.id;\n', instead: '', name: 'takes a double tap for one, and two tabs at once as well' },
  { what: '`an_interpreter_is_asked_once_whether_they_come`', ...attendance, find: 'constraint an_interpreter_is_asked_once_whether_they_come primary key (offer_id, starts_at)', instead: 'constraint an_interpreter_is_asked_once_whether_they_come check (true)', name: asked },
  { what: '`an_arrival_is_missed_once`', ...attendance, find: 'constraint an_arrival_is_missed_once primary key (offer_id, starts_at)', instead: 'constraint an_arrival_is_missed_once check (true)', name: asked },
  { what: 'That somebody is late by so much is said once', ...emergency, file: 'libs/attendance/src/lateness.service.ts', find: '    if (before?.minutes === late.minutes) return;\n', instead: '', name: 'tells once that the clinic is late, however often it is pressed, and anew when it is later still' },
  { what: 'A concern is raised once', ...emergency, file: 'libs/attendance/src/concerns.service.ts', find: '      if (await tx.existsBy(Concern, { bookingId, interpreterId, code, stays, words: words ?? IsNull() })) return;\n', instead: '', name: 'an interpreter who is worried and goes on stays booked, however often they tap' },
  // Alerts.
  { what: '`a_cause_raises_one_alert`', ...alerts, file: 'libs/alerts/migrations/252-alerts.ts', find: 'constraint a_cause_raises_one_alert unique (organisation_id, booking_id, kind, cause)', instead: 'constraint a_cause_raises_one_alert check (true)', name: 'is raised once by its cause, however often, and by two workers at once' },
  { what: 'An alert is acknowledged once', ...alerts, file: 'libs/alerts/src/alert.entity.ts', find: "    if (this.state === 'acknowledged') return false;\n", instead: '', name: 'stays the first of two who say so at once' },
  { what: 'Whoever acknowledges an alert holds its row', ...alerts, file: 'libs/alerts/src/alerts.service.ts', find: "{ where: { id }, lock: { mode: 'pessimistic_write' } }", instead: '{ where: { id } }', name: 'stays the first of two who say so at once' },
  { what: 'An alert that is being told is held', ...alerts, file: 'libs/alerts/src/tell-contacts.job.ts', find: "      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },\n", instead: '', name: 'is written by two workers at once as often as by one' },
  { what: 'Row-level security of `alerts`: staff', ...alerts, file: 'libs/alerts/migrations/252-alerts.ts', find: `rowSecurity('alerts.alerts', {\n${otherClinic.find}`, instead: `rowSecurity('alerts.alerts', {\n${otherClinic.instead}`, name: 'is nobody of another clinic' },
  // Outside agencies.
  { what: '`an_agency_is_asked_once_at_a_time`', ...agencies, file: 'libs/agencies/migrations/256-agencies.ts', ...unique('an_agency_is_asked_once_at_a_time'), name: 'is open once at a time with each agency, whoever writes: the database refuses' },
  { what: 'A booking is passed once to an agency', ...agencies, file: 'libs/agencies/src/agency-requests.service.ts', find: '      if (asked) return asked.id;\n', instead: '', name: 'twice is once: a double click' },
  { what: 'An agency’s yes: the request is read again after the wait for the booking', ...agencies, file: 'libs/agencies/src/agency-answers.service.ts', find: `    const { bookingId } = await requestOf(tx, actor, requestId);\n    const booking = await this.booking.hold(tx, bookingId);\n    // Read again: whoever held the booking before us may have answered or ended it.\n    return { booking, request: await requestOf(tx, actor, requestId) };\n`, instead: '    const request = await requestOf(tx, actor, requestId);\n    return { request, booking: await this.booking.hold(tx, request.bookingId) };\n', name: 'twice is once: the agency presses the button again, also at the same moment' },
  { what: 'An agency’s yes: the time to answer is not over', ...agencies, file: 'libs/agencies/src/agency-request.entity.ts', find: '    if (this.expiresAt <= now) throw new Conflict(...ended.expired);\n', instead: '', name: 'after the time to answer nothing is booked, the agency is told, and a person goes on looking' },
  // Somebody on the phone now.
  { what: '`one_is_called_at_a_time`', ...oneAtATime, ...unique('one_is_called_at_a_time') },
  { what: '`nobody_is_called_twice_in_one_round`', ...oneAtATime, find: 'constraint nobody_is_called_twice_in_one_round unique (booking_id, attempt, interpreter_id)', instead: 'constraint nobody_is_called_twice_in_one_round check (true)' },
  { what: 'A round that calls just goes on', ...calling, file: 'libs/phone-now/src/rounds.service.ts', find: "      if (known?.state === 'calling') return;\n", instead: '', name: 'a double click books once and calls once' },
  { what: 'Whoever is being called has their seconds, whoever looks', ...calling, file: 'libs/phone-now/src/calling.service.ts', find: '    if (current && outcome === null) return;\n', instead: '', name: 'is followed by another that goes on where it was, and of many at once one calls' },
  // Interpreters.
  { what: '`a_phone_belongs_to_one_interpreter`', ...person, file: 'libs/interpreters/migrations/50-interpreters.ts', find: 'constraint a_phone_belongs_to_one_interpreter unique (phone)', instead: 'constraint a_phone_belongs_to_one_interpreter check (true)' },
  { what: '`an_email_belongs_to_one_interpreter`', ...person, file: 'libs/interpreters/migrations/255-through-an-agency.ts', ...unique('an_email_belongs_to_one_interpreter') },
  // Consent and reviews.
  { what: '`a_patient_consents_once_to_a_variety`', ...consents, ...unique('a_patient_consents_once_to_a_variety'), name: 'stands once for a variety, whoever writes: the database refuses' },
  { what: '`two_different_people_agree_to_a_last_resort`', ...consents, find: 'constraint two_different_people_agree_to_a_last_resort check (agreed_by <> taken_by)', instead: 'constraint two_different_people_agree_to_a_last_resort check (true)', name: 'is never agreed to by one person, says the database' },
  { what: '`a_pair_has_one_open_review`', ...reviews, ...unique('a_pair_has_one_open_review'), name: 'has one open review of a pair, and looks at an answer in one review' },
  { what: '`an_answer_is_reviewed_once`', ...reviews, find: 'constraint an_answer_is_reviewed_once primary key (booking_id, side, interpreter_id)', instead: 'constraint an_answer_is_reviewed_once check (true)', name: 'has one open review of a pair, and looks at an answer in one review' },
  ...rowSecurity,
];
