import { MutationCache, onlineManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../api/problem';
import { sessionQuery } from './reads';
import { prepareTaps } from './taps';

export const isSignedOut = (error: unknown): boolean => error instanceof ProblemError && error.status === 401;

/** Nothing answered: no network, or no server behind it. */
export const isUnreachable = (error: unknown): boolean => error instanceof ProblemError && error.status === 0;

const isWorthAnotherTry = (failures: number, error: Error): boolean => failures < 2 && (!(error instanceof ProblemError) || error.status >= 500);

const isSession = (key: readonly unknown[]): boolean => key[1] === sessionQuery.queryKey[1];

/** What the server said, kept for as long as the app is open; reads wait for the network, and so do taps. */
export const makeMyClient = (): QueryClient => {
  const whenRefused = (error: unknown, key: readonly unknown[]): void => {
    if (!isSignedOut(error)) return;
    // Whoever's session was ended shall not go on reading what this phone kept.
    if (isSession(key)) client.removeQueries({ predicate: (query) => !isSession(query.queryKey) });
    else void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error, { queryKey }) => whenRefused(error, queryKey) }),
    mutationCache: new MutationCache({ onError: (error) => whenRefused(error, []) }),
    defaultOptions: {
      queries: { gcTime: Infinity, retry: isWorthAnotherTry },
      // What promises something is never promised without network: only taps wait for it.
      mutations: { networkMode: 'always' },
    },
  });
  onlineManager.setOnline(navigator.onLine);
  prepareTaps(client);
  return client;
};
