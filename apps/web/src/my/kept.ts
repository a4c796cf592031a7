import type { Mutation, MutationState, QueryClient, QueryKey } from '@tanstack/react-query';
import { ProblemError } from '../api/problem';
import { setServerNow } from '../time/clock';
import { drop, dropAll, keep, keptEntries } from './places';
import { keptQueries, sessionQuery } from './reads';
import { type Tap, TAP } from './taps';

// What the phone keeps for times without network. Each tap has a place of its own, so that two tabs never write over each other's.
const READS = 'reads';
const tapPlace = (tap: Tap): string => `tap ${tap.key}`;

/** Another build may read other shapes: what was read is asked for anew, what was tapped stays. */
const build = import.meta.url;

interface KeptRead {
  queryKey: QueryKey;
  data: unknown;
  /** By the phone's clock. */
  updatedAt: number;
}
interface KeptReads {
  build: string;
  reads: KeptRead[];
}
interface KeptTap {
  tap: Tap;
  /** Why it was refused; null while it waits. */
  refusal: Pick<ProblemError, 'status' | 'code' | 'detail'> | null;
}

/** A phone that keeps nothing for us (a private window) works as long as there is network. */
const orNothing = <T>(work: Promise<T>): Promise<T | undefined> => work.catch(() => undefined);

const isEnded = (error: unknown): boolean => error instanceof ProblemError && error.status === 401;

const readsOf = (client: QueryClient): KeptRead[] =>
  keptQueries.flatMap(({ queryKey }) => {
    const state = client.getQueryState<unknown>(queryKey);
    return state?.data === undefined || isEnded(state.error) ? [] : [{ queryKey, data: state.data, updatedAt: state.dataUpdatedAt }];
  });

const gatherMilliseconds = 200;

const keepReads = (client: QueryClient): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  client.getQueryCache().subscribe(({ type }) => {
    if (type !== 'updated' && type !== 'removed') return;
    timer ??= setTimeout(() => {
      timer = undefined;
      const reads = readsOf(client);
      void orNothing(reads.length > 0 ? keep(READS, { build, reads } satisfies KeptReads) : drop(READS));
    }, gatherMilliseconds);
  });
};

const tapIn = (mutation: Mutation<unknown, Error, Tap>): Tap | undefined => (mutation.options.mutationKey?.[0] === TAP[0] ? mutation.state.variables : undefined);

const keepTap = async (tap: Tap, { status, error }: Pick<MutationState, 'status' | 'error'>): Promise<void> => {
  if (status === 'success') return drop(tapPlace(tap));
  const refusal = status === 'error' && error instanceof ProblemError ? { status: error.status, code: error.code, detail: error.detail } : null;
  await keep(tapPlace(tap), { tap, refusal } satisfies KeptTap);
};

const keepTaps = (client: QueryClient): void => {
  client.getMutationCache().subscribe(({ type, mutation }) => {
    const tap = mutation && tapIn(mutation);
    if (!tap) return;
    if (type === 'removed') void orNothing(drop(tapPlace(tap)));
    else if (type === 'updated') void orNothing(keepTap(tap, mutation.state));
  });
};

const stateOf = ({ tap, refusal }: KeptTap): MutationState<unknown, Error, Tap> => ({
  context: undefined,
  data: undefined,
  error: refusal && new ProblemError(refusal),
  failureCount: 0,
  failureReason: null,
  isPaused: refusal === null,
  status: refusal === null ? 'pending' : 'error',
  variables: tap,
  submittedAt: Date.parse(tap.at),
});

const restore = async (client: QueryClient): Promise<void> => {
  const found = (await orNothing(keptEntries())) ?? [];
  const reads = found.find(([place]) => place === READS)?.[1] as KeptReads | undefined;
  if (reads?.build === build) for (const { queryKey, data, updatedAt } of reads.reads) client.setQueryData(queryKey, data, { updatedAt });
  // However new it is: whether there is network is not known before somebody asks.
  void client.invalidateQueries();
  const seen = client.getQueryState(sessionQuery.queryKey);
  if (seen?.data) setServerNow(new Date(Date.parse(seen.data.now) + Date.now() - seen.dataUpdatedAt).toISOString());
  const taps = found.flatMap(([place, value]) => (place === READS ? [] : [value as KeptTap]));
  for (const kept of taps.sort((one, other) => one.tap.at.localeCompare(other.tap.at)))
    client.getMutationCache().build<unknown, Error, Tap, unknown>(client, client.defaultMutationOptions({ mutationKey: TAP }), stateOf(kept));
};

/** Brings back what was there before the app was closed, and keeps from now on what is read and tapped. */
export const keepOnPhone = async (client: QueryClient): Promise<void> => {
  await restore(client);
  keepReads(client);
  keepTaps(client);
};

/** By which the same app in other tabs of this phone hears of it. */
const SIGNED_OUT = 'dragoman-my-signed-out';
window.addEventListener('storage', ({ key }) => key === SIGNED_OUT && window.location.replace('/my/'));

/** At sign-out: nothing of anybody stays on this phone, also not in another tab. */
export const forgetAll = async (client: QueryClient): Promise<void> => {
  client.clear();
  await orNothing(dropAll());
  localStorage.setItem(SIGNED_OUT, String(performance.timeOrigin + performance.now()));
};
