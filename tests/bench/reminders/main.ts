import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCluster } from '../../../config/embedded/cluster';
import { openProduct, type Product } from './product';
import { openRaw, type Raw } from './raw';
import { printTable, resultOf, type Slice } from './report';
import { makeWorld } from './world';

const BEGINS = new Date('2026-11-26T10:00:00Z');
const SLICES = 20;
const PLANNED = 1_000;

const print = (line: string): void => console.log(line);

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

const minutesLater = (minutes: number): Date => new Date(BEGINS.getTime() + minutes * 60_000);

/** Each slice by the product and by the raw loop, beginning with another each time. */
const measureSlice = async (slice: number, product: Product, raw: Raw): Promise<Slice> => {
  const now = minutesLater(slice);
  product.goTo(now);
  const before = product.carrier.taken;
  const theRaw = { seconds: 0 };
  const loop = async (): Promise<void> => {
    theRaw.seconds = await timed(() => raw.drain(now));
  };
  if (slice % 2 === 0) await loop();
  const say = await timed(product.say);
  const send = await timed(product.send);
  if (slice % 2 === 1) await loop();
  return { messages: product.carrier.taken - before, say, send, raw: theRaw.seconds };
};

const planAll = async (product: Product, bookings: readonly string[]): Promise<{ planSeconds: number; replanSeconds: number }> => {
  let [planSeconds, replanSeconds] = [0, 0];
  for (const booking of bookings) {
    planSeconds += await timed(() => product.plan(booking));
    replanSeconds += await timed(() => product.plan(booking));
  }
  return { planSeconds, replanSeconds };
};

const { values: options } = parseArgs({ options: { scale: { type: 'string', default: '200000' } } });
const scale = Number(options.scale);
if (!Number.isInteger(scale) || scale < 2_000) throw new Error('--scale is a number of messages, 2000 or more.');
const started = performance.now();
const seconds = (): string => `${Math.round((performance.now() - started) / 1000)} s`;
const cluster = await startCluster({ folder: join(process.cwd(), '.data/bench-reminders'), durable: false, hold: 'alone' });
const opened: { close(): Promise<unknown> }[] = [];
try {
  const world = await makeWorld(cluster, { messages: scale, planned: PLANNED, slices: SLICES }, print);
  print(`The world is there after ${seconds()}.`);
  const product = await openProduct(world.urls, BEGINS);
  opened.push(product);
  const raw = await openRaw(world.superuserUrl);
  opened.push(raw);
  const slices: Slice[] = [];
  for (let slice = 0; slice <= SLICES; slice++) {
    const measured = await measureSlice(slice, product, raw);
    if (measured.messages > 0) slices.push(measured);
    await raw.keepUp();
  }
  const plans = await planAll(product, world.bookingsToPlan);
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const measured = { scale, slices, planned: world.bookingsToPlan.length, ...plans, sent: product.carrier.taken, peakMegabytes };
  printTable(measured, print);
  print(`${seconds()} in all.`);
  print(`RESULT ${JSON.stringify(resultOf(measured))}`);
} finally {
  await Promise.all(opened.map((each) => each.close()));
  await cluster.stop();
}
