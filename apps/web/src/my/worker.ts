/** Of which the app consists. A revision is null where the name carries a hash. */
type Part = { url: string; revision: string | null };

interface Waking extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asking extends Waking {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

declare const self: EventTarget & {
  /** The build writes the list of files in its place. */
  __PARTS: Part[];
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
};

// Files of the app only: what the server says about people and jobs is kept by the app itself, which forgets it at sign-out.
const parts = self.__PARTS;
const DOCUMENT = '/my/';
const PREFIX = 'dragoman-my-';
/** Each version has a place of its own, so that an older app never meets a newer part. */
const place = PREFIX + parts.map(({ url, revision }) => revision ?? url).join(' ').split('').reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5).toString(36);

/** All of it or nothing: half an app would not start. */
const install = async (): Promise<void> => {
  const cache = await caches.open(place);
  await cache.addAll(parts.map(({ url, revision }) => new Request(url, { cache: revision === null ? 'default' : 'reload', credentials: 'same-origin' })));
};

const activate = async (): Promise<void> => {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== place);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
};

const answer = async (request: Request, url: string): Promise<Response> => (await (await caches.open(place)).match(url)) ?? fetch(request);

const known = new Set(parts.map(({ url }) => url));
const isScreen = ({ mode }: Request, { pathname }: URL): boolean => mode === 'navigate' && /^\/my(\/|$)/.test(pathname);

self.addEventListener('install', (event) => (event as Waking).waitUntil(install()));
self.addEventListener('activate', (event) => (event as Waking).waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const asking = event as Asking;
  const { request } = asking;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (isScreen(request, url)) asking.respondWith(answer(request, DOCUMENT));
  else if (known.has(url.pathname) && url.pathname !== DOCUMENT) asking.respondWith(answer(request, url.pathname));
});
// A newer version waits until whoever uses the older one says so.
self.addEventListener('message', (event) => {
  if ((event as MessageEvent).data === 'take-over') void self.skipWaiting();
});
