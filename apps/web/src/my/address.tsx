import { type ComponentProps, type MouseEvent, useSyncExternalStore } from 'react';

// The console's router alone weighs a third of what this app may: a dozen addresses without parameters to guard need none.

let told: string | null = null;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());
const goneBack = () => {
  told = null;
  tell();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  window.addEventListener('popstate', goneBack);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', goneBack);
  };
};

/** What follows `/my`, without a slash at its end: `/offers/0190…`; empty at the app's own address. */
const pathNow = (): string => window.location.pathname.replace(/^\/my/, '').replace(/\/$/, '');

/** Which screen of the app is shown. */
export const useAddress = (): string => useSyncExternalStore(subscribe, pathNow);

/** What was done on the screen before, said once on the one that follows. */
export const useTold = (): string | null => useSyncExternalStore(subscribe, () => told);

interface Way {
  /** Going back does not come here again. */
  replace?: boolean;
  told?: string;
}

/** Shows another screen from its top. */
export const go = (path: string, { replace = false, told: sentence }: Way = {}): void => {
  const url = `/my${path}`;
  told = sentence ?? null;
  if (replace) window.history.replaceState(null, '', url);
  else window.history.pushState(null, '', url);
  window.scrollTo(0, 0);
  tell();
};

const isPlain = (event: MouseEvent) => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A link inside the app; opened in another tab it is one like any other. */
export const Link = ({ to, onClick, children, ...rest }: Omit<ComponentProps<'a'>, 'href'> & { to: string }) => (
  <a
    {...rest}
    href={`/my${to}`}
    onClick={(event) => {
      onClick?.(event);
      if (!isPlain(event) || event.defaultPrevented) return;
      event.preventDefault();
      go(to);
    }}
  >
    {children}
  </a>
);
