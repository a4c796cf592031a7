import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Interpreter, InterpreterChange, InterpreterPage } from '@dragoman/contracts';
import { api, queryString } from './client';

export const interpretersQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['interpreters', search],
    queryFn: ({ pageParam, signal }) =>
      api.get<InterpreterPage>(`/interpreters${queryString({ search, after: pageParam })}`, signal),
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

export const saveInterpreter = (interpreterId: string | null, input: InterpreterChange) =>
  interpreterId === null
    ? api.post<Interpreter>('/interpreters', input)
    : api.put<Interpreter>(`/interpreters/${interpreterId}`, input);
