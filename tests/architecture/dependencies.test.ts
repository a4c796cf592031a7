import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import map from '../../config/architecture.cjs';
import { forbidden } from '../../config/dependency-cruiser.cjs';
import { brokenTrees, type Tree } from './fixtures';

interface Violation {
  rule: string;
  edge: string;
}

const root = join(import.meta.dirname, '../..');

const cruise = (trees: { folder: string; files?: Tree }[]): Violation[][] => {
  const options = { input: JSON.stringify(trees), cwd: root, encoding: 'utf8' } as const;
  return JSON.parse(execFileSync(process.execPath, [join(import.meta.dirname, 'cruise.mjs')], options));
};

describe('the dependency map', () => {
  it('is kept by every import', () => {
    expect(cruise([{ folder: root }])).toEqual([[]]);
  });

  it('names exactly the libs there are', () => {
    expect(readdirSync(join(root, 'libs')).sort()).toEqual(Object.keys(map.libs).sort());
  });

  it('names exactly the apps there are', () => {
    expect(readdirSync(join(root, 'apps')).sort()).toEqual(Object.keys(map.apps).sort());
  });

  it('gives every lib an index', () => {
    const without = Object.keys(map.libs).filter((lib) => !existsSync(join(root, 'libs', lib, 'src/index.ts')));
    expect(without).toEqual([]);
  });
});

describe('each rule', () => {
  let workshop: string;
  const found = new Map<string, string[]>();

  beforeAll(() => {
    // Below the root, so that packages resolve as they do for the real tree.
    mkdirSync(join(root, '.artifacts'), { recursive: true });
    workshop = mkdtempSync(join(root, '.artifacts/architecture-'));
    const trees = Object.entries(brokenTrees);
    const answers = cruise(trees.map(([name, files]) => ({ folder: join(workshop, name), files })));
    trees.forEach(([name], position) => found.set(name, (answers[position] ?? []).map(({ rule }) => rule)));
  });

  afterAll(() => rmSync(workshop, { recursive: true, force: true }));

  it.each(forbidden.map(({ name }) => name))('%s is broken by its fixture, and nothing else is', (name) => {
    expect([...new Set(found.get(name))]).toEqual([name]);
  });

  it('has a fixture', () => {
    expect(Object.keys(brokenTrees).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });
});
