import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { startCluster } from '../../../config/embedded/cluster';
import { buffersOf, explainEverything } from './buffers';
import { overHttp, overSql } from './contenders';
import { handStatement } from './hand';
import { interleave, isSameAnswer, type Name, Times } from './measure';
import { naiveStatement } from './naive';
import { printPlans } from './plans';
import { makeRequests, type SearchRequest } from './requests';
import { printTable, resultOf } from './report';
import { makeWorld, type World } from './world';

const REQUESTS = 400;
const COMPARED = 40;
const WARM_UP = 60;
const ROUNDS = 2;
/** Of the requests; the naive statement takes a second for some. */
const ALSO_NAIVE = 100;

const print = (line: string): void => console.log(line);

const open = async ({ cluster, whole, tenth, urls }: World) => {
  const url = cluster.url('superuser', whole);
  const hand = await overSql(url, 'hand', handStatement, 'set plan_cache_mode = force_generic_plan');
  const naive = await overSql(url, 'naive', naiveStatement);
  const http = await overHttp(urls(whole));
  const httpTenth = await overHttp(urls(tenth));
  const all = [http, hand, naive, httpTenth];
  return { http, hand, naive, httpTenth, close: () => Promise.all(all.map((each) => each.close())) };
};
interface Measured {
  times: Times;
  /** A part of the requests, by everybody. */
  withNaive: Times;
}

type Open = Awaited<ReturnType<typeof open>>;

const measure = async ({ http, hand, naive, httpTenth }: Open, requests: readonly SearchRequest[]): Promise<Measured> => {
  const quick: { name: Name; contender: Open['http'] }[] = [
    { name: 'http', contender: http },
    { name: 'hand-written', contender: hand },
    { name: 'http, tenth of the history', contender: httpTenth },
  ];
  const everybody = [...quick, { name: 'naive' as const, contender: naive }];
  await interleave(requests.slice(0, WARM_UP), quick, new Times());
  const [times, withNaive] = [new Times(), new Times()];
  for (let round = 0; round < ROUNDS; round++) await interleave(requests, quick, times);
  await interleave(requests.slice(0, ALSO_NAIVE), everybody, withNaive);
  return { times, withNaive };
};

/** The requests are in random order, so the first are as good as any. */
const compare = async ({ http, naive }: Open, requests: readonly SearchRequest[]): Promise<number> => {
  let same = 0;
  for (const request of requests.slice(0, COMPARED)) {
    const isSame = isSameAnswer(await http.search(request), await naive.search(request));
    if (isSame) same++;
    else print(`another answer than the naive one: ${JSON.stringify(request.body)}`);
  }
  return same;
};

const worstBuffers = async ({ cluster, whole, urls, superuser }: World, requests: readonly SearchRequest[]): Promise<number> => {
  const client = await superuser(whole);
  await explainEverything(client, whole, true);
  const product = await overHttp(urls(whole));
  try {
    for (const request of requests.slice(0, WARM_UP)) await product.search(request);
    let worst = 0;
    for (const request of requests) worst = Math.max(worst, await buffersOf(product, request, { client, log: cluster.log }));
    return worst;
  } finally {
    await product.close();
    await explainEverything(client, whole, false);
    await client.end();
  }
};

const { values: options } = parseArgs({ options: { scale: { type: 'string', default: '1' } } });
const scale = Number(options.scale);
if (!Number.isInteger(scale) || scale < 1) throw new Error('--scale is a whole number: 1 is 1,000,000 bookings.');
const started = performance.now();
const seconds = (): string => `${Math.round((performance.now() - started) / 1000)} s`;
const cluster = await startCluster({ folder: join(process.cwd(), '.data/bench-find'), durable: false, hold: 'alone' });
const looking: pg.Client[] = [];
const contenders: Open[] = [];
try {
  const world = await makeWorld(cluster, scale, print);
  print(`The world is there after ${seconds()}.`);
  looking.push(await world.superuser(world.whole));
  const requests = await makeRequests(looking[0] as pg.Client, REQUESTS);
  const opened = await open(world);
  contenders.push(opened);
  await printPlans(opened, requests, print);
  const { times, withNaive } = await measure(opened, requests);
  const same = await compare(opened, requests);
  const buffers = await worstBuffers(world, requests);
  printTable(times, 'all requests', print);
  printTable(withNaive, `${ALSO_NAIVE} of them, with the naive statement`, print);
  print(`${seconds()} in all.`);
  print(`RESULT ${JSON.stringify(resultOf({ times, withNaive, same, compared: COMPARED, buffers, scale }))}`);
} finally {
  await Promise.all([...contenders.map((each) => each.close()), ...looking.map((client) => client.end())]);
  await cluster.stop();
}
