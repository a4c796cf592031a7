/**
 * Takes away each constraint, lock and second look of tests/mutations/list.mjs in turn, in a copy of what is committed, and runs the test
 * that must fail then. All of them: docs/what-holds.md is written anew. `npm run mutations -- WORDS`: only those whose line has them.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mutations } from './list.mjs';
import { ensureInstalled } from '../../config/commands/install.mjs';
import { runCommand, Stop } from '../../config/commands/run.mjs';
import { root } from '../../config/commands/sources.mjs';

const copy = join(root, '.data/mutations');
const results = join(copy, '.data/results.json');
const PATIENCE_MS = 300_000;

const git = (...args) => {
  const { status, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Stop(`git ${args[0]}: ${stderr.trim()}`);
};

const makeCopy = async () => {
  if (existsSync(copy)) git('worktree', 'remove', '--force', copy);
  git('worktree', 'prune');
  git('worktree', 'add', '--detach', '--quiet', copy, 'HEAD');
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
};

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const projectOf = (file) => (file.endsWith('.spec.ts') ? 'unit' : 'database');

/** @returns what became of each test by its name, or why there are none. */
const runTests = async (file, name) => {
  await rm(results, { force: true });
  const args = ['node_modules/jest/bin/jest.js', '-c', 'config/jest.config.cjs', '--json', `--outputFile=${results}`,
    '--selectProjects', projectOf(file), '--runTestsByPath', file, ...(name ? ['-t', `${escaped(name)}$`] : [])];
  const child = spawn(process.execPath, args, { cwd: copy, stdio: 'ignore' });
  const giveUp = setTimeout(() => child.kill('SIGTERM'), PATIENCE_MS);
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(giveUp);
  const { testResults } = JSON.parse(await readFile(results, 'utf8').catch(() => '{"testResults":[]}'));
  return new Map(testResults.flatMap(({ assertionResults }) => assertionResults.map(({ title, status }) => [title, status])));
};

/** @returns what is wrong, or nothing. */
const tryOne = async ({ file, find, instead, test, name }) => {
  const path = join(copy, file);
  const text = await readFile(path, 'utf8');
  if (text.split(find).length !== 2) return `what is to be taken away stands ${text.split(find).length - 1} times in the file`;
  await writeFile(path, text.replace(find, () => instead));
  try {
    const outcome = (await runTests(test, name)).get(name);
    return outcome === 'failed' ? undefined : `the test is ${outcome ?? 'not there'}`;
  } finally {
    await writeFile(path, text);
  }
};

const table = (tried) => `# What holds

Each of these was taken away, alone, and the test beside it failed. Made by \`npm run mutations\` from
[tests/mutations/list.mjs](../tests/mutations/list.mjs), which says exactly what was taken away.

| what | where | the test that fails without it |
| --- | --- | --- |
${tried.map(({ what, file, test, name }) => `| ${what} | \`${file}\` | \`${test}\`: ${name} |`).join('\n')}
`;

await runCommand(async () => {
  process.chdir(root);
  await ensureInstalled();
  const words = process.argv.slice(2).join(' ').toLowerCase();
  const wanted = mutations.filter((one) => `${one.what} ${one.file} ${one.test}`.toLowerCase().includes(words));
  if (wanted.length === 0) throw new Stop(`Nothing in the list has “${words}”.`);
  await makeCopy();
  const wrong = [];
  const files = [...new Set(wanted.map(({ test }) => test))];
  for (const file of files) {
    const outcomes = await runTests(file);
    for (const { test, name } of wanted.filter((one) => one.test === file))
      if (outcomes.get(name) !== 'passed') wrong.push(`${test}: ${name} is ${outcomes.get(name) ?? 'not there'} with everything in place`);
  }
  if (wrong.length > 0) throw new Stop(wrong.join('\n'));
  for (const [n, mutation] of wanted.entries()) {
    const problem = await tryOne(mutation);
    console.log(`${problem ? 'STILL HOLDS' : 'fails as it must'}  ${n + 1}/${wanted.length}  ${mutation.what}${problem ? `: ${problem}` : ''}`);
    if (problem) wrong.push(mutation.what);
  }
  git('worktree', 'remove', '--force', copy);
  console.log(`${wanted.length - wrong.length} of ${wanted.length} are missed by their test when they are taken away.`);
  if (wrong.length > 0) throw new Stop(`Nothing fails without: ${wrong.join('; ')}`);
  if (wanted.length === mutations.length) await writeFile(join(root, 'docs/what-holds.md'), table(wanted));
});
