const { resolve } = require('node:path');
const { swcOptions } = require('./swc.cjs');

const rootDir = resolve(__dirname, '..');

/** Packages published as ES modules only; jest runs CommonJS and must translate them. */
const esmPackages = [
  '@borewit', '@fastify/cookie', '@formatjs', '@mantine', '@nestjs', '@scarf', '@sparticuz', '@tanstack', '@tokenizer',
  'content-disposition', 'cookie', 'es-toolkit', 'fast-check', 'file-type', 'gettext-parser', 'hono', 'intl-messageformat', 'iso-639-3', 'iterare',
  'libphonenumber-js', 'load-esm', 'nestjs-pino', 'nodemailer', 'pure-rand', 'smtp-server', 'strtok3', 'token-types', 'uid',
  'uint8array-extras', 'uuid', 'zod',
];

const swc = (options) => ['@swc/jest', swcOptions({ module: 'commonjs', ...options })];

const common = {
  rootDir,
  testEnvironment: '<rootDir>/config/jest-environment.cjs',
  moduleNameMapper: { '^@dragoman/([^/]+)$': '<rootDir>/libs/$1/src/index.ts' },
  transform: {
    'apps/web/.*\\.tsx$': swc({ tsx: true, jsx: 'react' }),
    '\\.tsx$': swc({ tsx: true }),
    '\\.m?[jt]s$': swc({ tsx: false }),
  },
  transformIgnorePatterns: [`/node_modules/(?!.*/node_modules/)(?!(${esmPackages.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.artifacts/'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  setupFiles: ['reflect-metadata'],
};

const withPostgres = {
  globalSetup: '<rootDir>/tests/support/postgres.setup.ts',
  globalTeardown: '<rootDir>/tests/support/postgres.teardown.ts',
};

module.exports = {
  rootDir,
  maxWorkers: 2,
  testTimeout: 30_000,
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/{libs,apps,config}/**/*.spec.{ts,tsx}'] },
    { ...common, ...withPostgres, displayName: 'database', testMatch: ['<rootDir>/{libs,apps,config}/**/*.test.{ts,tsx}'] },
    { ...common, displayName: 'architecture', testMatch: ['<rootDir>/tests/architecture/**/*.test.ts'] },
    { ...common, ...withPostgres, displayName: 'e2e', testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'] },
    { ...common, ...withPostgres, displayName: 'browser', testMatch: ['<rootDir>/tests/browser/**/*.test.ts'] },
    { ...common, ...withPostgres, displayName: 'fault', testMatch: ['<rootDir>/tests/fault/**/*.test.ts'] },
  ],
};
