import map from '../../config/architecture.cjs';

/** Files of a small tree, by path. */
export type Tree = Readonly<Record<string, string>>;

const importing = (path: string): string => `import '${path}';\n`;
const index = 'export const here = true;\n';

const libs = Object.keys(map.libs);

/** Each lib imports a lib that the map closes to it; `contracts`, closed to nearly all, is a good one. */
const outsideTheMap = Object.entries(map.libs).map(([lib, allowed]): [string, Tree] => {
  const closed = libs.find((other) => other !== lib && !allowed.includes(other)) ?? 'unheard-of';
  return [
    `${lib}-imports-what-the-map-allows`,
    { [`libs/${lib}/src/sly.ts`]: importing(`@dragoman/${closed}`), [`libs/${closed}/src/index.ts`]: index },
  ];
});

/** One tree for each rule, that breaks it and no other. */
export const brokenTrees: Readonly<Record<string, Tree>> = {
  ...Object.fromEntries(outsideTheMap),
  'kernel-is-pure': { 'libs/kernel/src/clock.ts': importing('@nestjs/common') },
  'contracts-is-pure': { 'libs/contracts/src/booking.ts': importing('typeorm') },
  'server-is-a-leaf': {
    'libs/bookings/src/booking.ts': importing('../../../apps/server/src/main'),
    'apps/server/src/main.ts': index,
  },
  'server-imports-what-the-map-allows': {
    'apps/server/src/main.ts': importing('@dragoman/unheard-of'),
    'libs/unheard-of/src/index.ts': index,
  },
  'web-is-a-leaf': {
    'apps/server/src/main.ts': importing('../../web/src/app'),
    'apps/web/src/app.ts': index,
  },
  'web-imports-what-the-map-allows': {
    'apps/web/src/app.ts': importing('@dragoman/bookings'),
    'libs/bookings/src/index.ts': index,
  },
  'a-lib-enters-another-through-its-index': {
    'libs/bookings/src/booking.ts': importing('../../patients/src/patient.entity'),
    'libs/patients/src/patient.entity.ts': index,
  },
  'others-enter-a-lib-through-its-index': {
    'apps/server/src/main.ts': importing('../../../libs/patients/src/patient.entity'),
    'libs/patients/src/patient.entity.ts': index,
  },
  'a-lib-does-not-import-its-own-index': {
    'libs/bookings/src/booking.ts': importing('./index'),
    'libs/bookings/src/index.ts': index,
  },
  'migrations-are-listed-in-config-only': {
    'libs/bookings/src/booking.ts': importing('../migrations/1-bookings'),
    'libs/bookings/migrations/1-bookings.ts': index,
  },
  'libs-never-speak-http': { 'libs/bookings/src/booking.ts': importing('@nestjs/platform-fastify') },
  'libs-get-their-configuration-injected': {
    'libs/bookings/src/booking.ts': importing('../../../config/env.schema'),
    'config/env.schema.ts': index,
  },
  'no-source-imports-a-test': {
    'libs/bookings/src/booking.ts': importing('./booking.spec'),
    'libs/bookings/src/booking.spec.ts': index,
  },
  'production-needs-no-dev-dependency': { 'libs/bookings/src/booking.ts': importing('fast-check') },
  'packages-are-declared': { 'libs/bookings/src/booking.ts': importing('semver') },
  'imports-resolve': { 'libs/bookings/src/booking.ts': importing('./nowhere') },
  'no-cycles': {
    'libs/bookings/src/booking.ts': importing('./offer'),
    'libs/bookings/src/offer.ts': importing('./booking'),
  },
};
