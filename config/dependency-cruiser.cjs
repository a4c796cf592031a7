const { apps, httpPackages, libs, packagesOf } = require('./architecture.cjs');

const anyOf = (names) => `(${names.join('|')})`;
const packages = (names) => `node_modules/${anyOf(names)}/`;
const test = '\\.(test|spec)\\.tsx?$|^tests/';

const mapRules = Object.entries(libs).map(([lib, allowed]) => ({
  name: `${lib}-imports-what-the-map-allows`,
  comment: `libs/${lib} may import ${allowed.join(', ') || 'no other lib'}`,
  from: { path: `^libs/${lib}/`, pathNot: test },
  to: { path: '^libs/', pathNot: `^libs/${anyOf([lib, ...allowed])}/` },
}));

const pureRules = Object.entries(packagesOf).map(([lib, allowed]) => ({
  name: `${lib}-is-pure`,
  comment: `libs/${lib} uses ${allowed.join(', ')} and no other package`,
  from: { path: `^libs/${lib}/`, pathNot: test },
  to: { path: 'node_modules/', pathNot: packages([...allowed, ...allowed.map((name) => `@types/${name}`)]) },
}));

const appRules = Object.entries(apps).flatMap(([app, allowed]) => [
  {
    name: `${app}-is-a-leaf`,
    comment: `nothing outside apps/${app} imports it, tests aside`,
    from: { pathNot: `^apps/${app}/|${test}` },
    to: { path: `^apps/${app}/` },
  },
  {
    name: `${app}-imports-what-the-map-allows`,
    comment: `apps/${app} may import ${allowed.libs.join(', ')}`,
    from: { path: `^apps/${app}/`, pathNot: test },
    to: {
      path: allowed.config ? '^(libs|tests)/' : '^(libs|tests|config)/',
      pathNot: `^libs/${anyOf(allowed.libs)}/`,
    },
  },
]);

const forbidden = [
  ...mapRules,
  ...pureRules,
  ...appRules,
  {
    name: 'a-lib-enters-another-through-its-index',
    from: { path: '^libs/([^/]+)/' },
    to: { path: '^libs/[^/]+/src/', pathNot: '^libs/[^/]+/src/index\\.ts$|^libs/$1/' },
  },
  {
    name: 'others-enter-a-lib-through-its-index',
    from: { path: '^(apps|config|tests)/' },
    to: { path: '^libs/[^/]+/src/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
  },
  {
    name: 'a-lib-does-not-import-its-own-index',
    comment: 'it would be a cycle',
    from: { path: '^libs/([^/]+)/src/' },
    to: { path: '^libs/$1/src/index\\.ts$' },
  },
  {
    name: 'migrations-are-listed-in-config-only',
    from: { pathNot: '^config/migrations\\.ts$|^libs/([^/]+)/migrations/' },
    to: { path: '^libs/[^/]+/migrations/' },
  },
  { name: 'libs-never-speak-http', from: { path: '^libs/' }, to: { path: packages(httpPackages) } },
  {
    name: 'libs-get-their-configuration-injected',
    from: { path: '^libs/', pathNot: test },
    to: { path: '^(config|tests)/' },
  },
  { name: 'no-source-imports-a-test', from: { pathNot: test }, to: { path: test } },
  {
    name: 'production-needs-no-dev-dependency',
    from: { path: '^(apps|libs)/', pathNot: `${test}|vite\\.config\\.ts$` },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'], pathNot: 'node_modules/@types/' },
  },
  {
    name: 'packages-are-declared',
    comment: 'types of a package that a declared one brings along are fine, and jest brings its environment',
    from: { pathNot: '^config/jest-environment\\.cjs$' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
  { name: 'imports-resolve', from: {}, to: { couldNotResolve: true } },
  { name: 'no-cycles', from: {}, to: { circular: true } },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/|^node:' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
    combinedDependencies: true,
  },
};
