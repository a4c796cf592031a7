import { useEffect, useState } from 'react';

let aheadMilliseconds = 0;

/** The server's clock is the only one that counts: a demonstration may run on another day than this browser. */
export const setServerNow = (now: string) => {
  const instant = Date.parse(now);
  if (!Number.isNaN(instant)) aheadMilliseconds = instant - Date.now();
};

/** What the server's clock showed when this browser's showed that. */
export const serverTimeOf = (milliseconds: number): Date => new Date(milliseconds + aheadMilliseconds);

export const serverNow = (): Date => serverTimeOf(Date.now());

/** Now by the server's clock, ticking every 15 seconds. */
export const useNow = (): Date => {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return now;
};
