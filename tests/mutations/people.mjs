const access = 'libs/access';

/** Who may come in, and who no longer may; see `list.mjs`. */
export const amongPeople = [
  {
    what: 'Administrators are held while one of them decides about another', file: `${access}/src/memberships.service.ts`,
    find: "order: { id: 'ASC' }, lock }", instead: "order: { id: 'ASC' } }",
    test: `${access}/src/memberships.service.test.ts`, name: 'two administrators who end each other’s account at the same moment leave one, however often it is tried',
  },
  {
    what: 'Whoever decides about others is still an administrator', file: `${access}/src/memberships.service.ts`,
    find: '      if (!administrators.some(({ id }) => id === actor.accountId)) throw noLongerAdministrator();\n', instead: '',
    test: `${access}/src/memberships.service.test.ts`, name: 'who is an administrator no longer goes on deciding',
  },
  {
    what: 'Sessions end with the account, and do not come back with it', file: `${access}/src/memberships.service.ts`,
    find: '      await this.sessions.endAll(tx, person);\n', instead: '',
    test: `${access}/src/memberships.service.test.ts`, name: 'who is let in again signs in as before, and is not signed in where they were',
  },
  {
    what: 'A link that works once is held by whoever uses it', file: `${access}/src/links.service.ts`,
    find: ", lock: { mode: 'pessimistic_write' }", instead: '',
    test: `${access}/src/passwords.service.test.ts`, name: 'works once, also for two who come with it at the same moment',
  },
  {
    what: 'A session is opened by the password as it is at that moment', file: `${access}/src/session.queries.ts`,
    find: 'and a.password_hash = $3 and', instead: 'and $3::text is not null and',
    test: `${access}/src/passwords.service.test.ts`, name: 'a session is not opened by a password that was changed while it was looked at',
  },
  {
    what: '`an_address_is_invited_once`', file: `${access}/migrations/262-people.ts`,
    find: 'create unique index an_address_is_invited_once', instead: 'create index an_address_is_invited_once',
    test: `${access}/src/invitations.service.test.ts`, name: 'is invited once, whatever its capitals, also by two at the same moment',
  },
  {
    what: 'Row-level security of `invitations`: staff', file: `${access}/migrations/262-people.ts`,
    find: "d_app: { rows: own.organisation(), may: ['select', 'insert', 'update (sent", instead: "d_app: { rows: 'true', may: ['select', 'insert', 'update (sent",
    test: `${access}/src/invitations.service.test.ts`, name: 'an invitation of another organisation cannot be seen, sent or taken back',
  },
  {
    what: '`what_patients_are_told_is_about_a_booking`', file: 'libs/messaging/migrations/261-messages-about-no-booking.ts',
    find: "recipient_kind in ('interpreter', 'staff')", instead: "recipient_kind <> ''",
    test: 'libs/messaging/src/no-booking.test.ts', name: 'is never one to a patient or to their supporter: the database refuses',
  },
];
