import { queryOptions } from '@tanstack/react-query';
import type { InterpreterDocuments, MyCalendar, MyJob, MyJobs, MyOffers, MySession, MyWeek } from '@dragoman/contracts';
import { api } from '../api/client';
import { ProblemError } from '../api/problem';
import { serverNow, setServerNow } from '../time/clock';
import { addDays, wallOf } from '../time/wall';

/** Nothing tells us that the network is back where the phone never noticed that it was gone. */
const often = ({ state }: { state: { error: Error | null } }): number => (state.error instanceof ProblemError && state.error.status === 0 ? 5_000 : 60_000);
const everyMinute = { refetchInterval: often, staleTime: 5_000 };

export const sessionQuery = queryOptions({
  queryKey: ['my', 'session'],
  queryFn: async ({ signal }) => {
    const session = await api.get<MySession>('/my/session', signal);
    setServerNow(session.now);
    return session;
  },
  staleTime: 60_000,
});

export const offersQuery = queryOptions({
  queryKey: ['my', 'offers'],
  queryFn: ({ signal }) => api.get<MyOffers>('/my/offers', signal),
  ...everyMinute,
});

const DAYS_AHEAD = 90;

/** From today on, as far as anybody books. */
export const jobsQuery = queryOptions({
  queryKey: ['my', 'jobs'],
  queryFn: ({ signal }) => api.get<MyJobs>(`/my/jobs?to=${addDays(wallOf(serverNow(), 'UTC').date, DAYS_AHEAD)}`, signal),
  ...everyMinute,
});

/** One that is not among those ahead. */
export const jobQuery = (offerId: string) =>
  queryOptions({
    queryKey: ['my', 'jobs', offerId],
    queryFn: ({ signal }) => api.get<MyJob>(`/my/jobs/${offerId}`, signal),
  });

/** Days that are over, both counted. */
export const jobsBetweenQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['my', 'jobs', from, to],
    queryFn: ({ signal }) => api.get<MyJobs>(`/my/jobs?from=${from}&to=${to}`, signal),
  });

export const weekQuery = queryOptions({
  queryKey: ['my', 'week'],
  queryFn: ({ signal }) => api.get<MyWeek>('/my/week', signal),
});

export const calendarQuery = queryOptions({
  queryKey: ['my', 'calendar'],
  queryFn: ({ signal }) => api.get<MyCalendar>('/my/calendar', signal),
});

export const documentsQuery = queryOptions({
  queryKey: ['my', 'documents'],
  queryFn: ({ signal }) => api.get<InterpreterDocuments>('/my/documents', signal),
});

/** What the phone keeps, so that it is there without network. */
export const keptQueries = [sessionQuery, offersQuery, jobsQuery, weekQuery];
