/** Half-open: the end is the first instant that no longer belongs to it. */
export interface Interval {
  start: Date;
  end: Date;
}

/** Whether they share an instant; one that begins as the other ends does not. */
export const overlaps = (a: Interval, b: Interval): boolean => a.start < b.end && b.start < a.end;

/** Whole minutes, rounded down; negative if `later` is earlier. */
export const minutesBetween = (earlier: Date, later: Date): number =>
  Math.floor((later.getTime() - earlier.getTime()) / 60_000);

/** Elapsed minutes, not wall-clock ones: across a clock change the local time moves by more or less. */
export const plusMinutes = (instant: Date, minutes: number): Date => new Date(instant.getTime() + minutes * 60_000);

/** Sorted, disjoint cover of the same instants; touching intervals become one. */
export const union = (intervals: readonly Interval[]): Interval[] => {
  const sorted = [...intervals].sort((a, b) => a.start.getTime() - b.start.getTime());
  return sorted.reduce<Interval[]>((merged, next) => {
    const last = merged[merged.length - 1];
    if (!last || next.start > last.end) return [...merged, { ...next }];
    merged[merged.length - 1] = { start: last.start, end: next.end > last.end ? next.end : last.end };
    return merged;
  }, []);
};
