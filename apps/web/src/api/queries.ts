import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem';

const isWorthAnotherTry = (failures: number, error: Error): boolean =>
  failures < 2 && (!(error instanceof ProblemError) || error.status === 0 || error.status >= 500);

/** The cache of what the server said; `onSignedOut` runs when any read says that the session is over. */
export const makeQueryClient = (onSignedOut: () => void): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        // Before anybody has signed in, the answer 401 to "who am I" is no news.
        const isNews = query.queryKey[0] !== 'session' || query.state.data !== undefined;
        if (error instanceof ProblemError && error.status === 401 && isNews) onSignedOut();
      },
    }),
    defaultOptions: {
      queries: { staleTime: 15_000, retry: isWorthAnotherTry, networkMode: 'always' },
      mutations: {
        networkMode: 'always',
        onError: (error) => {
          if (error instanceof ProblemError && error.status === 401) onSignedOut();
        },
      },
    },
  });
