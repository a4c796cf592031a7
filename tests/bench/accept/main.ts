import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCluster } from '../../../config/embedded/cluster';
import { openProduct } from './product';
import { openRaw } from './raw';
import { printTable, resultOf } from './report';
import { connected, makeWorld, type World } from '../world';

/** As many as the server has. */
const CONNECTIONS = 20;
const RACERS = 50;
const ROUNDS = 7;
const PAIRS = 300;
const TRANSACTIONS = 3_000;

const print = (line: string): void => console.log(line);

/** Every connection is kept busy. @returns how often a second. */
const throughput = async (work: () => Promise<void>, times: number): Promise<number> => {
  let left = times;
  const started = performance.now();
  const busy = async (): Promise<void> => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, busy));
  return (times * 1000) / (performance.now() - started);
};

const deadlocksIn = ({ superuserUrl }: World): Promise<number> =>
  connected(superuserUrl, async (client) => {
    const { rows } = await client.query('select deadlocks::int from pg_stat_database where datname = current_database()');
    return rows[0].deadlocks as number;
  });

const { values: options } = parseArgs({ options: { scale: { type: 'string', default: '20000' } } });
const scale = Number(options.scale);
if (!Number.isInteger(scale) || scale < 1_000) throw new Error('--scale is a number of bookings, 1000 or more.');
const started = performance.now();
const seconds = (): string => `${Math.round((performance.now() - started) / 1000)} s`;
// Durable, as where it is used: a commit costs everybody what it costs.
const cluster = await startCluster({ folder: join(process.cwd(), '.data/bench-accept'), durable: true, hold: 'alone' });
const opened: { close(): Promise<unknown> }[] = [];
const open = async <T extends { close(): Promise<unknown> }>(what: Promise<T>): Promise<T> => {
  const made = await what;
  opened.push(made);
  return made;
};
try {
  const worldOf = (rows: number): Promise<World> => makeWorld(cluster, { bench: 'accept', size: 'BOOKINGS', rows }, print);
  const [one, ten] = [await worldOf(scale), await worldOf(scale * 10)];
  print(`The worlds are there after ${seconds()}.`);
  const product = await open(openProduct(one, CONNECTIONS));
  const amongTen = await open(openProduct(ten, CONNECTIONS));
  const raw = await open(openRaw(one.superuserUrl, CONNECTIONS));
  const measured = { pairs: [] as number[], pairsAmongTenTimes: [] as number[], raw: [] as number[], races: [] as number[], rawRaces: [] as number[] };
  for (const warm of [product, amongTen]) await throughput(warm.pair, PAIRS);
  await throughput(raw.transaction, TRANSACTIONS);
  await product.race(RACERS);
  await raw.race(RACERS);
  for (let round = 0; round < ROUNDS; round++) {
    // Beginning with another each time: whoever else works on the machine lengthens everybody's times alike.
    const turns = [
      async () => measured.raw.push(await throughput(raw.transaction, TRANSACTIONS)),
      async () => measured.pairs.push(await throughput(product.pair, PAIRS)),
      async () => measured.pairsAmongTenTimes.push(await throughput(amongTen.pair, PAIRS)),
      async () => measured.rawRaces.push(await raw.race(RACERS), await raw.race(RACERS), await raw.race(RACERS)),
      async () => measured.races.push(await product.race(RACERS), await product.race(RACERS), await product.race(RACERS)),
    ];
    for (let turn = 0; turn < turns.length; turn++) await turns[(turn + round) % turns.length]?.();
  }
  const deadlocks = (await deadlocksIn(one)) + (await deadlocksIn(ten));
  const result = { scale, connections: CONNECTIONS, ...measured, deadlocks };
  printTable(result, print);
  print(`${seconds()} in all.`);
  print(`RESULT ${JSON.stringify(resultOf(result))}`);
} finally {
  await Promise.all(opened.map((each) => each.close()));
  await cluster.stop();
}
