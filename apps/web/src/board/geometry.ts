import { daysBetween, wallOf } from '../time/wall';

/** Minutes of one day. */
export type Span = { from: number; to: number };

const DAY = 1440;
const HOUR = 60;
const usual: Span = { from: 8 * HOUR, to: 18 * HOUR };

/** What a clock of `zone` shows then, in minutes from the midnight at which `date` begins; cut off at its ends. */
export const minuteOn = (instant: string | Date, date: string, zone: string): number => {
  const wall = wallOf(instant, zone);
  const [hour = 0, minute = 0] = wall.time.split(':').map(Number);
  const minutes = daysBetween(date, wall.date) * DAY + hour * HOUR + minute;
  return Math.min(DAY, Math.max(0, minutes));
};

export const spanOn = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }, date: string, zone: string): Span => ({
  from: minuteOn(startsAt, date, zone),
  to: minuteOn(endsAt, date, zone),
});

/** The usual hours of a clinic, and whole hours around everything that lies outside of them. */
export const scaleFor = (spans: readonly Span[]): Span => ({
  from: Math.floor(Math.min(usual.from, ...spans.map(({ from }) => from)) / HOUR) * HOUR,
  to: Math.ceil(Math.max(usual.to, ...spans.map(({ to }) => to)) / HOUR) * HOUR,
});

export const hoursOf = ({ from, to }: Span): number[] => Array.from({ length: (to - from) / HOUR }, (_, n) => from / HOUR + n);

/** Where it lies on the scale, as CSS. */
export const placeOf = ({ from, to }: Span, scale: Span): { left: string; width: string } => {
  const share = (minutes: number) => `${((minutes / (scale.to - scale.from)) * 100).toFixed(3)}%`;
  const [start, end] = [Math.max(from, scale.from), Math.min(to, scale.to)];
  return { left: share(start - scale.from), width: share(Math.max(0, end - start)) };
};

/** The parts of the scale outside of all spans. */
export const outside = (spans: readonly Span[], scale: Span): Span[] => {
  const inOrder = [...spans].sort((a, b) => a.from - b.from);
  const gaps: Span[] = [];
  let reached = scale.from;
  for (const { from, to } of inOrder) {
    if (from > reached) gaps.push({ from: reached, to: Math.min(from, scale.to) });
    reached = Math.max(reached, to);
  }
  if (reached < scale.to) gaps.push({ from: reached, to: scale.to });
  return gaps.filter(({ from, to }) => from < to);
};

/** Jobs at one time stand one below the other: the lane of each, as few as there can be. */
export const lanesOf = (spans: readonly Span[]): number[] => {
  const ends: number[] = [];
  const lanes = new Map<number, number>();
  const inOrder = spans.map((span, n) => ({ ...span, n })).sort((a, b) => a.from - b.from || a.n - b.n);
  for (const { from, to, n } of inOrder) {
    const free = ends.findIndex((end) => end <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = to;
    lanes.set(n, lane);
  }
  return spans.map((_, n) => lanes.get(n) ?? 0);
};

/** Its word and number need an hour's room; a shorter job's mark takes it where nothing follows. */
export const legible = (span: Span, taken: readonly Span[]): Span => {
  const next = taken.map(({ from }) => from).filter((from) => from >= span.to);
  return { from: span.from, to: Math.max(span.to, Math.min(span.from + HOUR, ...next)) };
};

/** A sentence needs as much room as this. */
const READABLE = 90;

/** The free room beside a span, the wider side; null where no sentence would fit. */
export const roomBeside = (span: Span, taken: readonly Span[], scale: Span): Span | null => {
  const after = { from: span.to, to: Math.min(scale.to, ...taken.map(({ from }) => from).filter((from) => from >= span.to)) };
  const before = { from: Math.max(scale.from, ...taken.map(({ to }) => to).filter((to) => to <= span.from)), to: span.from };
  const wider = after.to - after.from >= Math.min(READABLE * 2, before.to - before.from) ? after : before;
  return wider.to - wider.from >= READABLE ? wider : null;
};
