import type { Interval } from '@dragoman/kernel';

/**
 * Reckons once for each interval and zone: a search asks what its one appointment means on few clocks for hundreds of people.
 * Forgotten with the interval.
 */
export const onClock = <Value>(reckon: (interval: Interval, zone: string) => Value): ((interval: Interval, zone: string) => Value) => {
  const known = new WeakMap<Interval, Map<string, Value>>();
  return (interval, zone) => {
    const byZone = known.get(interval) ?? new Map<string, Value>();
    known.set(interval, byZone);
    const value = byZone.get(zone) ?? reckon(interval, zone);
    byZone.set(zone, value);
    return value;
  };
};
