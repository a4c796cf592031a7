import { type ComponentType, lazy } from 'react';

/** A part that nobody waits for at first: fetched when it is shown, or when `prepare` is called because somebody comes near it. */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>) => ({
  Part: lazy(() => load().then((part) => ({ default: part }))),
  // Who then opens it without network is told so; nobody is told before.
  prepare: (): void => void load().catch(() => undefined),
});
