export interface Measured {
  scale: number;
  connections: number;
  /** Pairs of one create and one accept a second, in each round. */
  pairs: number[];
  pairsAmongTenTimes: number[];
  /** Transactions a second of the loop, in each round. */
  raw: number[];
  /** Milliseconds of each race. */
  races: number[];
  rawRaces: number[];
  deadlocks: number;
}

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const quantile = (values: readonly number[], share: number): number => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const median = (values: readonly number[]): number => quantile(values, 0.5);
const round = (value: number): number => Math.round(value * 100) / 100;
const shown = (value: number): string => value.toFixed(value < 100 ? 1 : 0).padStart(10);

export const printTable = (measured: Measured, print: (line: string) => void): void => {
  const { pairs, pairsAmongTenTimes, raw, races, rawRaces, connections } = measured;
  print(`\nA second, on ${connections} connections`);
  print(`${'round'.padStart(6)}${['creates+accepts', 'among ten times', 'raw loop'].map((head) => head.padStart(17)).join('')}`);
  pairs.forEach((each, n) => print(`${String(n + 1).padStart(6)}${[2 * each, 2 * (pairsAmongTenTimes[n] ?? 0), raw[n] ?? 0].map((value) => shown(value).padStart(17)).join('')}`));
  print('\nMilliseconds of a race of fifty');
  for (const [name, times] of [['accepts', races], ['raw', rawRaces]] as const)
    print(`${name.padEnd(10)} median ${shown(median(times)).trim()}, slowest ${shown(Math.max(...times)).trim()}`);
};

/** One number for each promise of the bench. */
export const resultOf = ({ scale, connections, pairs, pairsAmongTenTimes, raw, races, rawRaces, deadlocks }: Measured) => {
  const promises = {
    toRawLoop: { value: (2 * median(pairs)) / median(raw), atLeast: 0.9 },
    raceMs: { value: Math.max(...races), atMost: 250 },
    raceToRaw: { value: median(races) / median(rawRaces), atMost: 3 },
    deadlocks: { value: deadlocks, atMost: 0 },
    tenTimesRows: { value: median(pairs) / median(pairsAmongTenTimes), atMost: 1.3 },
  };
  const isKept = (promise: { value: number; atMost?: number; atLeast?: number }): boolean =>
    promise.value <= (promise.atMost ?? Infinity) && promise.value >= (promise.atLeast ?? -Infinity);
  const numbers = Object.fromEntries(Object.entries(promises).map(([name, { value }]) => [name, round(value)]));
  return { bench: 'accept', scale, connections, ...numbers, ok: Object.values(promises).every(isKept) };
};
