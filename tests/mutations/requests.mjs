/** What makes a request that comes twice, or from somebody who looked before another changed it, do no harm; as in list.mjs. */
const platform = 'libs/platform/src';
const keyed = `${platform}/keyed-requests.service.test.ts`;
const bookings = 'libs/bookings/src';
const changes = `${bookings}/changes.test.ts`;

export const aboutRequests = [
  {
    what: 'What a transaction leaves for a replay is written in the transaction itself', file: `${platform}/database.ts`,
    find: 'await commit(tx, done ? undefined : step && keepStep(step, result),',
    instead: "if (!done && step) tx.client.query(beginning(actor, 'commit; begin')).catch(() => undefined);\n      await commit(tx, done ? undefined : step && keepStep(step, result),",
    test: keyed, name: 'what could not be kept was not done: a transaction and what it leaves for a replay are one',
  },
  {
    what: 'Of several at one step of a request one does it, and the others wait', file: `${platform}/request-steps.ts`,
    find: "'select pg_advisory_xact_lock(hashtextextended($1, 4))'", instead: "'select $1::text'",
    test: keyed, name: 'ten at once do it once, and all find the same',
  },
  {
    what: 'The same key with something else: looked at before anything begins', file: `${platform}/keyed-requests.service.ts`,
    find: '    if (rows.some(({ fingerprint }) => !fingerprint.equals(request.fingerprint))) throw keyReused();\n', instead: '',
    test: keyed, name: 'a key that asks for something else is refused, before and within',
  },
  {
    what: 'The same key with something else: looked at again within each transaction', file: `${platform}/request-steps.ts`,
    find: '  if (!row.fingerprint.equals(fingerprint)) throw keyReused();\n', instead: '',
    test: keyed, name: 'a key that asks for something else is refused, before and within',
  },
  {
    what: 'The first answer stands', file: `${platform}/request-steps.ts`,
    find: 'result = case when kept.at > $7 then kept.result else excluded.result end', instead: 'result = excluded.result',
    test: keyed, name: 'the first answer stands, whoever made another meanwhile',
  },
  {
    what: 'Row-level security of `request_steps`: whose key it is', file: 'libs/platform/migrations/230-request-steps.ts',
    find: 'd_app: { rows: mine, may },', instead: "d_app: { rows: 'true', may },",
    test: keyed, name: 'the key of somebody else is unknown, and what it holds is seen by no other account',
  },
  {
    what: 'If-Match: whoever changes a booking has seen it as it is', file: `${bookings}/changes.service.ts`,
    find: "  if (revision !== 'whatever-it-is' && revision !== booking.revision) throw changedMeanwhile(booking);\n", instead: '  if (revision === -1) throw changedMeanwhile(booking);\n',
    test: changes, name: 'never overwrite each other: the second is told, and nothing of theirs is saved',
  },
  {
    what: 'Every change of a booking is counted', file: `${bookings}/booking.entity.ts`,
    find: '    this.revision += 1;\n', instead: '',
    test: changes, name: 'never overwrite each other: the second is told, and nothing of theirs is saved',
  },
  {
    what: 'An interpreter’s profile: whoever changes it has seen it as it is', file: 'libs/interpreters/src/interpreters.service.ts',
    find: '    if (interpreter.version !== version) throw changedMeanwhile();\n', instead: '',
    test: 'libs/interpreters/src/interpreters.service.test.ts', name: 'tells two people who edit at once of each other, and keeps what was saved first',
  },
  {
    what: 'A booking is moved only by whoever holds its row', file: `${bookings}/booking.entity.ts`,
    find: '    throw new Error(`booking ${this.id} was to be moved by somebody who does not hold it`);\n', instead: "    return 'administrator';\n",
    test: `${bookings}/booking.entity.spec.ts`, name: 'is moved by nobody who does not hold its row: it would be judged by who moves it, and overwrite whoever does hold it',
  },
];
