import { contenders, type Name, type Times } from './measure';
import { kinds } from './requests';

const ms = (value: number): string => value.toFixed(value < 100 ? 2 : 0).padStart(8);

export const printTable = (times: Times, title: string, print: (line: string) => void): void => {
  const width = Math.max(...contenders.map(({ length }) => length));
  print(`\nMilliseconds, ${title}`);
  print(`${''.padEnd(width)}${['p50', 'p90', 'p99', ...kinds.map((kind) => kind)].map((head) => head.padStart(15)).join('')}`);
  for (const name of contenders.filter((each) => times.has(each))) {
    const all = [0.5, 0.9, 0.99].map((share) => times.quantile(name, share));
    const byKind = kinds.map((kind) => times.quantile(name, 0.5, kind));
    print(`${name.padEnd(width)}${[...all, ...byKind].map((value) => ms(value).padStart(15)).join('')}`);
  }
  print('The last columns are medians of one kind of request.');
};

const round = (value: number): number => Math.round(value * 100) / 100;

interface Measured {
  times: Times;
  withNaive: Times;
  same: number;
  compared: number;
  buffers: number;
  scale: number;
}

/** One number for each promise of the bench. */
export const resultOf = ({ times, withNaive, same, compared, buffers, scale }: Measured) => {
  const ratio = (of: Name, to: Name, share: number, within = times): number =>
    within.quantile(of, share) / within.quantile(to, share);
  const promises = {
    httpToHandWrittenP50: { value: ratio('http', 'hand-written', 0.5), atMost: 1.3 },
    httpToHandWrittenP99: { value: ratio('http', 'hand-written', 0.99), atMost: 1.25 },
    worstBuffers: { value: buffers, atMost: 1500 },
    naiveToHttpP50: { value: ratio('naive', 'http', 0.5, withNaive), atLeast: 10 },
    tenTimesHistoryP50: { value: ratio('http', 'http, tenth of the history', 0.5), atMost: 1.3 },
    sameAsNaive: { value: same, atLeast: compared },
  };
  const isKept = (promise: { value: number; atMost?: number; atLeast?: number }): boolean =>
    promise.value <= (promise.atMost ?? Infinity) && promise.value >= (promise.atLeast ?? -Infinity);
  const numbers = Object.fromEntries(Object.entries(promises).map(([name, { value }]) => [name, round(value)]));
  return { bench: 'find', scale, ...numbers, ok: Object.values(promises).every(isKept) };
};
