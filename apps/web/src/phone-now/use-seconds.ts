import { useEffect, useState } from 'react';
import { serverNow } from '../time/clock';

const secondsTo = (until: string): number => Math.max(0, Math.ceil((Date.parse(until) - serverNow().getTime()) / 1000));

/** Whole seconds left, by the server's clock. */
export const useSecondsTo = (until: string): number => {
  const [seconds, setSeconds] = useState(() => secondsTo(until));
  useEffect(() => {
    setSeconds(secondsTo(until));
    const timer = setInterval(() => setSeconds(secondsTo(until)), 250);
    return () => clearInterval(timer);
  }, [until]);
  return seconds;
};
