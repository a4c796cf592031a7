import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { FinderCard, Variety } from '@dragoman/contracts';
import { api, queryString } from './client';

const varietiesQuery = queryOptions({
  queryKey: ['varieties'],
  queryFn: async ({ signal }) => (await api.get<{ items: Variety[] }>('/varieties', signal)).items,
  staleTime: Infinity,
});

/** Every variety, and by id; empty until they have come. */
export const useVarieties = () => {
  const { data = [], isPending, error, refetch } = useQuery(varietiesQuery);
  return { all: data, isPending, error, retry: () => void refetch(), find: (id: string) => data.find((one) => one.id === id) };
};

/** Cards to point at, those of the country first; with a search, those that may be meant. */
export const finderCardsQuery = (asked: { country: string | null; search: string }) =>
  queryOptions({
    queryKey: ['varieties', 'finder', asked],
    queryFn: async ({ signal }) => (await api.get<{ items: FinderCard[] }>(`/varieties/finder${queryString(asked)}`, signal)).items,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
