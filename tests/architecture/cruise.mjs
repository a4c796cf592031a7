import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import rules from '../../config/dependency-cruiser.cjs';

/**
 * Cruises trees given as JSON on standard input, [{ folder, files? }], and prints what each violates.
 * A process of its own, because dependency-cruiser is an ES module and jest runs CommonJS.
 */
const root = join(import.meta.dirname, '../..');

const sources = ['apps', 'config', 'libs', 'tests'];

const grow = async (folder, files) => {
  for (const source of sources) await mkdir(join(folder, source), { recursive: true });
  for (const name of ['package.json', 'tsconfig.json']) await cp(join(root, name), join(folder, name));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
};

const violationsIn = async (folder) => {
  const { forbidden, options } = rules;
  process.chdir(folder);
  const { output } = await cruise(
    sources,
    { ...options, baseDir: folder, ruleSet: { forbidden, options }, validate: true, outputType: 'json' },
    { ...options.enhancedResolveOptions, tsConfig: join(folder, 'tsconfig.json') },
    { tsConfig: extractTSConfig(join(folder, 'tsconfig.json')) },
  );
  return JSON.parse(output).summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, edge: `${from} → ${to}` }));
};

let input = '';
for await (const chunk of process.stdin) input += chunk;
const answers = [];
for (const { folder, files } of JSON.parse(input)) {
  if (files) await grow(folder, files);
  answers.push(await violationsIn(folder));
}
process.stdout.write(JSON.stringify(answers));
