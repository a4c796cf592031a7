import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokenLines, conventions } from './conventions';

const root = join(import.meta.dirname, '../..');

const sources = ['apps', 'libs']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('node_modules'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

describe.each(conventions.map((convention) => [convention.name, convention] as const))('%s', (_, convention) => {
  it('is kept', () => {
    const broken = sources
      .filter(({ path }) => convention.appliesTo(path))
      .flatMap(({ path, text }) => brokenLines(convention, path, text).map((line) => `${path}:${line}`));
    expect(broken).toEqual([]);
  });

  it('is broken by its fixture', () => {
    expect(brokenLines(convention, 'fixture.ts', convention.fixture)).toEqual([1]);
  });
});
