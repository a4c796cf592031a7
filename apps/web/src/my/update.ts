import { useSyncExternalStore } from 'react';

let waiting: ServiceWorker | null = null;
const listeners = new Set<() => void>();

const offer = (worker: ServiceWorker | null): void => {
  // The first worker on a phone takes nobody's place.
  if (!worker || !navigator.serviceWorker.controller) return;
  waiting = worker;
  listeners.forEach((listener) => listener());
};

const watch = (registration: ServiceWorkerRegistration): void => {
  offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const found = registration.installing;
    found?.addEventListener('statechange', () => found.state === 'installed' && offer(found));
  });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void registration.update().catch(() => undefined));
};

/** Installs the worker that makes the app start without network. Where a browser has none, the app works as a page. */
export const watchForUpdates = (): void => {
  if (!('serviceWorker' in navigator)) return;
  void navigator.serviceWorker.register('/my/worker.js', { scope: '/my' }).then(watch, () => undefined);
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether a newer version of the app is ready. */
export const useNewerVersion = (): boolean => useSyncExternalStore(subscribe, () => waiting !== null);

/** Begins anew with the newer version; what was tapped is kept. */
export const takeNewerVersion = (): void => {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload());
  waiting?.postMessage('take-over', []);
};
