/** Who may import whom: the only truth, from which the rules of dependency-cruiser are generated. */

const everyLib = ['kernel', 'platform'];

exports.libs = {
  kernel: [],
  contracts: ['kernel'],
  platform: ['kernel'],
  audit: [...everyLib],
  languages: [...everyLib, 'audit'],
  encounters: [...everyLib, 'audit', 'languages'],
  organisations: [...everyLib, 'audit'],
  access: [...everyLib, 'audit', 'organisations', 'interpreters'],
  interpreters: [...everyLib, 'audit', 'languages', 'organisations'],
  patients: [...everyLib, 'audit', 'languages', 'organisations', 'interpreters'],
  matching: [...everyLib, 'languages', 'encounters', 'organisations', 'interpreters'],
  bookings: [...everyLib, 'audit', 'languages', 'encounters', 'organisations', 'patients', 'interpreters', 'matching'],
  attendance: [...everyLib, 'access', 'audit', 'organisations', 'interpreters', 'patients', 'bookings'],
  sites: [...everyLib, 'audit', 'organisations', 'interpreters', 'bookings'],
  searches: [...everyLib, 'audit', 'organisations', 'interpreters', 'matching', 'bookings'],
  words: [...everyLib, 'audit', 'organisations'],
  recordings: [...everyLib, 'audit', 'languages', 'words'],
  letters: [...everyLib, 'audit', 'words'],
  messaging: [...everyLib, 'audit', 'languages', 'organisations', 'words', 'recordings'],
  'phone-now': [...everyLib, 'organisations', 'interpreters', 'bookings', 'words', 'messaging'],
  alerts: [...everyLib, 'audit', 'organisations', 'access', 'bookings', 'words', 'messaging', 'phone-now'],
  people: [...everyLib, 'access', 'audit', 'organisations', 'words', 'messaging'],
  ladders: [...everyLib, 'audit', 'organisations', 'matching', 'bookings', 'searches', 'alerts', 'words'],
  agencies: [...everyLib, 'access', 'audit', 'organisations', 'interpreters', 'bookings', 'words', 'messaging'],
  reminders: [...everyLib, 'access', 'audit', 'languages', 'organisations', 'patients', 'interpreters', 'bookings', 'attendance', 'words', 'recordings', 'messaging', 'letters', 'alerts', 'ladders', 'agencies', 'phone-now'],
};

/** An app is a leaf: it imports libs, and nobody imports it. */
exports.apps = {
  server: { libs: Object.keys(exports.libs), config: true },
  web: { libs: ['kernel', 'contracts'], config: false },
};

/** Packages that a pure lib may use; everything else in node_modules is closed to it. */
exports.packagesOf = {
  kernel: ['libphonenumber-js', 'luxon', 'moment-timezone', 'uuid'],
  contracts: ['zod'],
};

/** What only apps may speak. */
exports.httpPackages = [
  '@fastify', '@nestjs/platform-[^/]+', '@nestjs/swagger', 'express', 'fastify', 'hono',
  '@mantine', '@tanstack', 'react', 'react-dom',
];
