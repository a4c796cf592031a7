import type { ListName } from './lists';

export interface Measured {
  name: ListName;
  grows: boolean;
  /** That the product sends for one request, session, BEGIN and COMMIT among them. */
  statements: number;
  /** Requests a second, in each round. */
  product: number[];
  raw: number[];
  amongTen: number[];
}

/** Kilobytes that a browser has to fetch first: gzipped scripts of the console, and a patient's page without its fonts. */
export interface Bytes {
  console: number;
  page: number;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const round = (value: number): number => Math.round(value * 100) / 100;

const toRaw = ({ product, raw }: Measured): number => median(product) / median(raw);
const tenTimes = ({ product, amongTen }: Measured): number => median(product) / median(amongTen);

export const printTable = (measured: readonly Measured[], bytes: Bytes, print: (line: string) => void): void => {
  print('\nRequests a second, medians');
  print(['', 'statements', 'product', 'raw', 'among ten times', 'product : raw', 'ten times'].map((head) => head.padStart(16)).join(''));
  for (const each of measured)
    print(
      [each.name, each.statements, round(median(each.product)), round(median(each.raw)), round(median(each.amongTen)), round(toRaw(each)), round(tenTimes(each))]
        .map((value) => String(value).padStart(16))
        .join(''),
    );
  print(`\nFirst load of the console ${round(bytes.console)} KB of gzipped scripts; a patient's page ${round(bytes.page)} KB without fonts.`);
};

/** One number for each promise of the bench; of several lists the worst. */
export const resultOf = (measured: readonly Measured[], bytes: Bytes, rows: number) => {
  const promises = {
    worstToRaw: { value: Math.min(...measured.map(toRaw)), atLeast: 0.85 },
    worstTenTimesRows: { value: Math.max(...measured.filter(({ grows }) => grows).map(tenTimes)), atMost: 1.2 },
    consoleKilobytes: { value: bytes.console, atMost: 250 },
    pageKilobytes: { value: bytes.page, atMost: 30 },
  };
  const isKept = (promise: { value: number; atMost?: number; atLeast?: number }): boolean =>
    promise.value <= (promise.atMost ?? Infinity) && promise.value >= (promise.atLeast ?? -Infinity);
  const numbers = Object.fromEntries(Object.entries(promises).map(([name, { value }]) => [name, round(value)]));
  return { bench: 'views', rows, ...numbers, ok: Object.values(promises).every(isKept) };
};
