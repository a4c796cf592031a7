import { type QueryClient, useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import type { MyJob, MyStep } from '@dragoman/contracts';
import { api } from '../api/client';
import { newKey } from '../api/keys';
import { ProblemError } from '../api/problem';
import { serverNow } from '../time/clock';
import { sessionQuery } from './reads';

/** Something tapped on the day. It is kept until the server has answered, and always sent under one key. */
export interface Tap {
  key: string;
  interpreterId: string;
  offerId: string;
  kind: MyStep | 'late';
  /** When it happened, as whoever tapped says. */
  at: string;
  /** How late; null for a step. */
  minutes: number | null;
}

export const TAP = ['my-tap'] as const;

/** A server in trouble may be asked again; one that stays in trouble is said. */
const MOST_TRIES = 8;
const LONGEST_WAIT_MS = 15_000;

/** No answer, or none about the tap itself: whoever is signed out signs in again, and it goes on. */
const isUnanswered = ({ status }: ProblemError): boolean => [0, 401, 429].includes(status);

const send = ({ key, offerId, kind, at, minutes }: Tap): Promise<unknown> =>
  kind === 'late'
    ? api.post(`/my/jobs/${offerId}/late`, { minutes }, { key })
    : api.post(`/my/jobs/${offerId}/attendance`, { kind, at }, { key });

/** Taps leave in the order in which they were made, also those of before the app was closed. */
export const prepareTaps = (client: QueryClient): void => {
  const mayGoOn = (failures: number, error: Error): boolean => {
    if (!(error instanceof ProblemError)) return false;
    if (error.status === 401) void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    return isUnanswered(error) || (error.status >= 500 && failures < MOST_TRIES);
  };
  client.setMutationDefaults(TAP, {
    mutationFn: send,
    scope: { id: 'taps' },
    networkMode: 'online',
    gcTime: Infinity,
    retry: mayGoOn,
    retryDelay: (failures) => Math.min(1_000 * 2 ** failures, LONGEST_WAIT_MS),
    onSettled: () => client.invalidateQueries({ queryKey: ['my', 'jobs'] }),
  });
};

export interface TapOnItsWay extends Tap {
  isRefused: boolean;
  /** Why, in a sentence; null while it is on its way. */
  refusal: string | null;
  /** It could not leave yet. */
  isWaiting: boolean;
}

/** What was tapped and is not answered, or was refused and not read yet; oldest first. */
export const useTaps = (): TapOnItsWay[] =>
  useMutationState({
    filters: { mutationKey: TAP, predicate: ({ state }) => state.status === 'pending' || state.status === 'error' },
    select: ({ state }): TapOnItsWay => ({
      ...(state.variables as Tap),
      isRefused: state.status === 'error',
      refusal: state.error instanceof ProblemError ? state.error.detail : null,
      isWaiting: state.isPaused || state.failureCount > 0,
    }),
  });

/** Says it now, or at the time given. */
export const useTap = (interpreterId: string, { offerId }: MyJob) => {
  const { mutate } = useMutation<unknown, Error, Tap>({ mutationKey: TAP });
  const said = { interpreterId, offerId };
  return {
    step: (kind: MyStep, at = serverNow().toISOString()) => mutate({ ...said, key: newKey(), kind, at, minutes: null }),
    late: (minutes: number) => mutate({ ...said, key: newKey(), kind: 'late', at: serverNow().toISOString(), minutes }),
  };
};

const remove = (client: QueryClient, isMeant: (tap: Tap) => boolean): void => {
  const cache = client.getMutationCache();
  for (const mutation of cache.findAll({ mutationKey: TAP })) if (isMeant(mutation.state.variables as Tap)) cache.remove(mutation);
};

/** A refusal that was read. */
export const useDismissTap = () => {
  const client = useQueryClient();
  return (key: string) => remove(client, (tap) => tap.key === key);
};

/** On a phone that somebody else now uses. */
export const forgetTapsOfOthers = (client: QueryClient, interpreterId: string): void => remove(client, (tap) => tap.interpreterId !== interpreterId);
