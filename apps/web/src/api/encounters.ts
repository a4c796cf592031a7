import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { EncounterDetail, EncounterPage, EncounterReport, Level, LooseningInput, RulingInput } from '@dragoman/contracts';
import { api, queryString } from './client';

export type EncounterFilter = { search: string; level: Level | null; own: boolean };
export type PairIds = { patient: string; interpreter: string };

export const encountersQuery = ({ search, level, own }: EncounterFilter) =>
  infiniteQueryOptions({
    queryKey: ['encounters', 'list', search, level, own],
    queryFn: ({ pageParam, signal }) =>
      api.get<EncounterPage>(`/encounters${queryString({ search, level, own: own ? 'yes' : null, after: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

/** What waits for a second person; a page of it is more than anybody leaves lying. */
export const proposalsQuery = queryOptions({
  queryKey: ['encounters', 'open'],
  queryFn: async ({ signal }) => (await api.get<EncounterPage>('/encounters?open=yes', signal)).items,
});

const pathOf = ({ patient, interpreter }: PairIds): string =>
  `/encounters/${encodeURIComponent(patient)}/${encodeURIComponent(interpreter)}`;

export const encounterQuery = (pair: PairIds) =>
  queryOptions({
    queryKey: ['encounters', 'pair', pair.patient, pair.interpreter],
    queryFn: ({ signal }) => api.get<EncounterDetail>(pathOf(pair), signal),
  });

export const tighten = (pair: PairIds, input: RulingInput) => api.put<EncounterDetail>(pathOf(pair), input);
export const proposeLoosening = (pair: PairIds, input: LooseningInput) =>
  api.post<EncounterDetail>(`${pathOf(pair)}/loosenings`, input);

export type Decision = 'approval' | 'refusal' | 'withdrawal';
export const decideLoosening = (id: string, decision: Decision) => api.post<void>(`/loosenings/${id}/${decision}`);

export const tableAddress = '/api/encounters/table';
export const rehearseTable = (text: string) => api.table<EncounterReport>('/encounters/table?dryRun=yes', text);
export const importTable = (text: string) => api.table<EncounterReport>('/encounters/table', text);
