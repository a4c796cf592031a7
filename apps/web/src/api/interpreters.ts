import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Interpreter, InterpreterApp, InterpreterChange, InterpreterDocuments, InterpreterPage, InterpreterQuery, JobsAhead, Reliability, RosterReport } from '@dragoman/contracts';
import { api, queryString } from './client';

export type InterpreterFilter = Omit<InterpreterQuery, 'after'>;

export const interpretersQuery = (filter: InterpreterFilter) =>
  infiniteQueryOptions({
    queryKey: ['interpreters', filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<InterpreterPage>(`/interpreters${queryString({ ...filter, after: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

/** The first few that a typed name may mean. */
export const interpreterChoicesQuery = (search: string) =>
  queryOptions({
    queryKey: ['interpreters', 'choices', search],
    queryFn: ({ signal }) => api.get<InterpreterPage>(`/interpreters${queryString({ search })}`, signal),
    placeholderData: keepPreviousData,
  });

export const interpreterQuery = (interpreterId: string | null) =>
  queryOptions({
    queryKey: ['interpreter', interpreterId],
    queryFn: ({ signal }) => api.get<Interpreter>(`/interpreters/${interpreterId ?? ''}`, signal),
    enabled: interpreterId !== null,
  });

export const jobsAheadQuery = (interpreterId: string) =>
  queryOptions({
    queryKey: ['interpreter', interpreterId, 'jobs-ahead'],
    queryFn: ({ signal }) => api.get<JobsAhead>(`/interpreters/${interpreterId}/jobs-ahead`, signal),
    staleTime: 0,
  });

export const interpreterAppQuery = (interpreterId: string) =>
  queryOptions({
    queryKey: ['interpreter', interpreterId, 'app'],
    queryFn: ({ signal }) => api.get<InterpreterApp>(`/interpreters/${interpreterId}/app`, signal),
  });

export const endInterpreterApp = (interpreterId: string) => api.delete<void>(`/interpreters/${interpreterId}/app`);

export const interpreterDocumentsQuery = (interpreterId: string) =>
  queryOptions({
    queryKey: ['interpreter', interpreterId, 'documents'],
    queryFn: ({ signal }) => api.get<InterpreterDocuments>(`/interpreters/${interpreterId}/documents`, signal),
  });

export const reliabilityQuery = (interpreterId: string) =>
  queryOptions({
    queryKey: ['interpreter', interpreterId, 'reliability'],
    queryFn: ({ signal }) => api.get<Reliability>(`/interpreters/${interpreterId}/reliability`, signal),
  });

/** Opening it is written to the audit trail. */
export const documentUrl = (interpreterId: string, documentId: string): string => `/api/interpreters/${interpreterId}/documents/${documentId}/file`;

export const saveInterpreter = (interpreterId: string | null, input: InterpreterChange) =>
  interpreterId === null
    ? api.post<Interpreter>('/interpreters', input)
    : api.put<Interpreter>(`/interpreters/${interpreterId}`, input);

export const setInterpreterActive = (interpreterId: string, change: { active: boolean; version: number }) =>
  api.put<Interpreter>(`/interpreters/${interpreterId}/activity`, change);

export const rosterTemplateUrl = '/api/interpreters/roster/template';
export const checkRoster = (text: string) => api.table<RosterReport>('/interpreters/roster?dryRun=yes', text);
export const importRoster = (text: string) => api.table<RosterReport>('/interpreters/roster', text);
