import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCluster } from '../../../config/embedded/cluster';
import { makeWorld, type World } from '../world';
import { askers, type Contender, started, throughput } from './contenders';
import { consoleKilobytes, pageKilobytes } from './bytes';
import { lists } from './lists';
import type { Asked } from './raw';
import { type Measured, printTable, resultOf } from './report';
import type { Statement } from './server';

const BUSY = { connections: 8, seconds: 3 };
/** Until V8 has compiled what is asked all day: the product is more code than the raw server. */
const WARM_UP_SECONDS = 6;
const ROUNDS = 5;

const print = (line: string): void => console.log(line);

/** From each BEGIN to its COMMIT. */
const transactionsOf = (statements: readonly Statement[]): Statement[][] => {
  const all: Statement[][] = [];
  for (const statement of statements) {
    if (/^begin/i.test(statement.text)) all.push([]);
    all.at(-1)?.push(statement);
  }
  return all;
};

const told = async ({ child }: Contender, word: 'listen' | 'stop'): Promise<Statement[]> => {
  child.send(word);
  const [{ heard }] = (await once(child, 'message')) as [{ heard: Statement[] }];
  return heard;
};

/** What the product asks of the database for each list, asked once when everything is warm. */
const askedBy = async ({ urls }: World): Promise<Asked> => {
  const product = await started('server', { urls, isHeard: true });
  try {
    const asked: Asked = {};
    for (const { path } of lists) {
      const [asker] = await askers(product.port, path, 1);
      for (let n = 0; n < 3; n++) await asker?.ask();
      await told(product, 'listen');
      await asker?.ask();
      // Its COMMIT is not waited for; the next question comes after it on the same connection.
      await asker?.ask();
      const heard = transactionsOf(await told(product, 'stop'));
      asked[path] = heard.slice(0, heard.length / 2);
      asker?.close();
    }
    return asked;
  } finally {
    await product.close();
  }
};

const { values: options } = parseArgs({ options: { rows: { type: 'string', default: '5000' } } });
const rows = Number(options.rows);
if (!Number.isInteger(rows) || rows < 1_000) throw new Error('--rows is a number of patients, 1000 or more.');
const begun = performance.now();
const seconds = (): string => `${Math.round((performance.now() - begun) / 1000)} s`;
const cluster = await startCluster({ folder: join(process.cwd(), '.data/bench-views'), durable: false, hold: 'alone' });
const opened: Contender[] = [];
const open = async (what: Promise<Contender>): Promise<Contender> => {
  const contender = await what;
  opened.push(contender);
  return contender;
};
try {
  const worldOf = (many: number): Promise<World> => makeWorld(cluster, { bench: 'views', size: 'ROWS', rows: many }, print);
  const [one, ten] = [await worldOf(rows), await worldOf(rows * 10)];
  print(`The worlds are there after ${seconds()}.`);
  const asked = await askedBy(one);
  const product = await open(started('server', { urls: one.urls, isHeard: false }));
  const amongTen = await open(started('server', { urls: ten.urls, isHeard: false }));
  const raw = await open(started('raw', { url: one.urls.app, asked }));
  const measured: Measured[] = [];
  for (const { name, path, grows } of lists) {
    const times = { name, grows, statements: asked[path]?.flat().length ?? 0, product: [] as number[], raw: [] as number[], amongTen: [] as number[] };
    for (const { port } of [product, raw, amongTen]) await throughput(port, path, { ...BUSY, seconds: WARM_UP_SECONDS });
    for (let round = 0; round < ROUNDS; round++) {
      // Beginning with another each time: whoever else works on the machine lengthens everybody's times alike.
      const turns = [
        async () => times.product.push(await throughput(product.port, path, BUSY)),
        async () => times.raw.push(await throughput(raw.port, path, BUSY)),
        async () => times.amongTen.push(await throughput(amongTen.port, path, BUSY)),
      ];
      for (let turn = 0; turn < turns.length; turn++) await turns[(turn + round) % turns.length]?.();
    }
    measured.push(times);
  }
  const bytes = { console: await consoleKilobytes(), page: await pageKilobytes(product.port) };
  printTable(measured, bytes, print);
  print(`${seconds()} in all.`);
  print(`RESULT ${JSON.stringify(resultOf(measured, bytes, rows))}`);
} finally {
  await Promise.all(opened.map((each) => each.close()));
  await cluster.stop();
}
