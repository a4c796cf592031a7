import { useSyncExternalStore } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import { serverNow } from '../time/clock';

export type LiveState = { kind: 'connecting' } | { kind: 'live' } | { kind: 'lost'; since: Date };

/** Which reads a hint makes stale: the first part of their keys. */
const staleBy: Record<string, string[]> = {
  booking: ['today', 'booking', 'candidates', 'patients', 'search', 'messages', 'board', 'first-steps'],
  task: ['today', 'booking', 'messages', 'board'],
  message: ['today', 'booking', 'phones', 'messages', 'board', 'people', 'test-messages', 'first-steps'],
  letter: ['today', 'booking', 'messages', 'board'],
  patient: ['patients', 'patient', 'preview', 'candidates', 'search', 'first-steps'],
  interpreter: ['interpreters', 'interpreter', 'candidates', 'search', 'board', 'first-steps'],
  encounter: ['encounters', 'candidates', 'board'],
  policy: ['policy', 'candidates', 'board', 'first-steps'],
  site: ['sites', 'first-steps'],
  person: ['people', 'session', 'first-steps'],
  organisation: ['organisation', 'session', 'first-steps'],
  alert: ['alerts'],
  agency: ['agencies'],
};

const retryAfterMilliseconds = 3_000;
const gatherMilliseconds = 120;

let state: LiveState = { kind: 'connecting' };
const listeners = new Set<() => void>();

const become = (next: LiveState) => {
  // The moment the line broke is kept over failed attempts.
  if (next.kind === 'lost' && state.kind === 'lost') return;
  state = next;
  listeners.forEach((listener) => listener());
};

const topicOf = (data: unknown): string => {
  try {
    const hint: unknown = JSON.parse(String(data));
    return typeof hint === 'object' && hint !== null && 'topic' in hint ? String(hint.topic) : '';
  } catch {
    return '';
  }
};

/** Hints come in bursts; one refetch per burst and read is enough. */
const makeRefresher = (client: QueryClient) => {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (topic: string) => {
    waiting.add(topic);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const keys = new Set([...waiting].flatMap((one) => staleBy[one] ?? []));
      const isEverything = waiting.has('reconnected');
      waiting.clear();
      void client.invalidateQueries({
        predicate: ({ queryKey }) =>
          isEverything ? queryKey[0] !== 'varieties' : keys.has(String(queryKey[0])),
      });
    }, gatherMilliseconds);
  };
};

/** Listens to the server's hints until the returned function is called; reconnects, and then refetches everything. */
export const connectLive = (client: QueryClient): (() => void) => {
  const refresh = makeRefresher(client);
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const open = () => {
    source = new EventSource('/api/live');
    source.onopen = () => {
      if (state.kind === 'lost') refresh('reconnected');
      become({ kind: 'live' });
    };
    source.onmessage = ({ data }) => refresh(topicOf(data));
    source.onerror = () => {
      become({ kind: 'lost', since: serverNow() });
      if (source?.readyState !== EventSource.CLOSED) return;
      // Signed out in another tab, or for too long: what is asked for again is refused, and that closes this screen.
      refresh('task');
      // A refused stream is final for the browser, not for us: the server may be restarting.
      retry = setTimeout(open, retryAfterMilliseconds);
    };
  };

  open();
  return () => {
    clearTimeout(retry);
    source?.close();
    state = { kind: 'connecting' };
  };
};

export const useLive = (): LiveState =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
