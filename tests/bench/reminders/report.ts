/** Seconds for one slice of the messages. */
export interface Slice {
  messages: number;
  say: number;
  send: number;
  raw: number;
}

export interface Measured {
  scale: number;
  slices: readonly Slice[];
  planned: number;
  planSeconds: number;
  replanSeconds: number;
  sent: number;
  peakMegabytes: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const round = (value: number): number => Math.round(value * 100) / 100;
const micros = (seconds: number, messages: number): string => ((seconds * 1e6) / messages).toFixed(0).padStart(8);

const costOf = (slices: readonly Slice[]): number =>
  sum(slices.map(({ say, send }) => say + send)) / sum(slices.map(({ messages }) => messages));

/** The median slice of the second tenth against that of the last: ten times the messages are there already, or nearly. */
const growth = (slices: readonly Slice[]): number => {
  const tenth = Math.max(1, Math.floor(slices.length / 10));
  const early = slices.slice(tenth, 2 * tenth);
  return costOf(slices.slice(-tenth)) / costOf(early);
};

export const printTable = ({ slices, planned, planSeconds, replanSeconds }: Measured, print: (line: string) => void): void => {
  print('\nMicroseconds for each message');
  print(`${'sent before'.padStart(12)}${['say', 'send', 'raw loop'].map((head) => head.padStart(10)).join('')}`);
  let before = 0;
  for (const { messages, say, send, raw } of slices) {
    print(`${String(before).padStart(12)}${[say, send, raw].map((each) => micros(each, messages).padStart(10)).join('')}`);
    before += messages;
  }
  print(`plan ${micros(planSeconds, planned).trim()}, replan ${micros(replanSeconds, planned).trim()} for each of ${planned} bookings`);
};

/** One number for each promise of the bench. */
export const resultOf = (measured: Measured) => {
  const { slices, scale, sent, planSeconds, replanSeconds, peakMegabytes } = measured;
  const raw = sum(slices.map((slice) => slice.raw));
  const promises = {
    wholeToRawLoop: { value: raw / sum(slices.map(({ say, send }) => say + send)), atLeast: 0.5 },
    planToReplan: { value: planSeconds / replanSeconds, atLeast: 4 },
    tenTimesMessages: { value: growth(slices), atMost: 1.15 },
    peakMegabytes: { value: peakMegabytes, atMost: 300 },
    notSentOnce: { value: scale - sent, atMost: 0, atLeast: 0 },
  };
  const isKept = (promise: { value: number; atMost?: number; atLeast?: number }): boolean =>
    promise.value <= (promise.atMost ?? Infinity) && promise.value >= (promise.atLeast ?? -Infinity);
  const numbers = Object.fromEntries(Object.entries(promises).map(([name, { value }]) => [name, round(value)]));
  const sendToRawLoop = round(raw / sum(slices.map(({ send }) => send)));
  return { bench: 'reminders', scale, ...numbers, sendToRawLoop, ok: Object.values(promises).every(isKept) };
};
