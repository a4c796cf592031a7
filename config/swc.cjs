const { resolve } = require('node:path');

const root = resolve(__dirname, '..');

/**
 * The one description of how our TypeScript becomes JavaScript, shared by the build and by jest.
 * @param {{ module: 'es6' | 'commonjs', tsx: boolean, jsx?: string }} options jsx: the package whose jsx-runtime is used
 */
exports.swcOptions = ({ module, tsx, jsx = 'hono/jsx' }) => ({
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', tsx, decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic', importSource: jsx },
    },
    keepClassNames: true,
    ...(module === 'es6' && { baseUrl: root, paths: { '@dragoman/*': ['libs/*/src/index.ts'] } }),
  },
  module: module === 'es6' ? { type: 'es6', resolveFully: true } : { type: 'commonjs' },
  sourceMaps: module === 'es6' ? true : 'inline',
  swcrc: false,
});
