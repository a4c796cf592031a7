import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, buildBench } from './build.mjs';
import { checkCatalogs } from './catalogs.mjs';
import { ensureInstalled } from './install.mjs';
import { runCommand, Stop } from './run.mjs';
import { lintArguments, root } from './sources.mjs';

/** Jest projects that run together; those that start servers and browsers come after the quick ones. */
const rounds = [
  ['architecture', 'unit', 'database'],
  ['e2e', 'browser', 'fault'],
];
const checks = ['build', 'lint', 'types'];
const parts = [...checks, ...rounds.flat()];

let interrupted = false;
const children = new Set();

const run = (script, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      ...options,
    });
    children.add(child);
    child.once('close', (code) => {
      children.delete(child);
      resolve(code ?? 1);
    });
  });

/** A step that is one thing to pass or fail. */
const check = async (name, work) => {
  const started = performance.now();
  const isPassed = await work();
  return { name, passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, seconds: (performance.now() - started) / 1000 };
};

const checkers = {
  build: async () => {
    try {
      await build();
      await buildBench();
      return true;
    } catch (error) {
      console.error(error instanceof Stop ? error.message : error);
      return false;
    }
  },
  lint: async () => {
    const isWritten = (await run('node_modules/oxlint/bin/oxlint', lintArguments)) === 0;
    return (await checkCatalogs()) && isWritten;
  },
  types: async () => (await run('node_modules/typescript/bin/tsc', ['--noEmit', '--pretty', 'false'])) === 0,
};

const countsOf = async (file) => {
  try {
    const results = JSON.parse(await readFile(file, 'utf8'));
    return { passed: results.numPassedTests, failed: results.numFailedTests + results.numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 1 };
  }
};

const runJest = async (projects, paths) => {
  const started = performance.now();
  const results = join(root, '.artifacts', `${projects.join('-')}.json`);
  await mkdir(join(root, '.artifacts'), { recursive: true });
  await rm(results, { force: true });
  const code = await run('node_modules/jest/bin/jest.js', [
    '-c', 'config/jest.config.cjs', '--passWithNoTests', '--json', `--outputFile=${results}`,
    '--selectProjects', ...projects, ...(paths.length ? ['--testPathPatterns', ...paths] : []),
  ], { stdio: ['ignore', 'ignore', 'inherit'] });
  const counts = await countsOf(results);
  const isUnexplained = code !== 0 && counts.failed === 0;
  return {
    name: projects.join(', '),
    passed: counts.passed,
    failed: counts.failed + (isUnexplained ? 1 : 0),
    seconds: (performance.now() - started) / 1000,
  };
};

/** Jest that is interrupted leaves its PostgreSQL running; joining it and leaving again stops it. */
const stopTestCluster = async () => {
  const { startCluster } = await import(pathToFileURL(join(root, 'dist/config/embedded/cluster.js')).href);
  const cluster = await startCluster({ folder: join(root, '.data/test'), durable: false, hold: 'together' });
  await cluster.stop();
};

const runAll = async (wanted, paths) => {
  const results = [];
  if (wanted.has('build')) results.push(await check('build', checkers.build));
  const readings = ['lint', 'types'].filter((name) => wanted.has(name));
  results.push(...(await Promise.all(readings.map((name) => check(name, checkers[name])))));
  for (const round of rounds) {
    const projects = round.filter((project) => wanted.has(project));
    if (projects.length && !interrupted) results.push(await runJest(projects, paths));
  }
  return results;
};

const print = (results) => {
  const total = (field) => results.reduce((sum, result) => sum + result[field], 0);
  const width = Math.max(...results.map(({ name }) => name.length));
  console.log('');
  for (const { name, passed, failed, seconds } of results) {
    const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`;
    console.log(`${name.padEnd(width)}  ${counts}  ${seconds.toFixed(0).padStart(4)} s`);
  }
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  return total('failed') === 0 && total('passed') > 0;
};

await runCommand(async () => {
  process.chdir(root);
  await ensureInstalled();
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      interrupted = true;
      for (const child of children) child.kill('SIGTERM');
    });
  }
  const given = process.argv.slice(2);
  const named = given.filter((argument) => parts.includes(argument));
  const wanted = new Set(named.length ? ['build', ...named] : parts);
  const results = await runAll(wanted, given.filter((argument) => !parts.includes(argument)));
  if (interrupted) {
    await stopTestCluster();
    throw new Stop('Interrupted.');
  }
  process.exitCode = print(results) ? 0 : 1;
});
