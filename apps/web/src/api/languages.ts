import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Variety } from '@dragoman/contracts';
import { api } from './client';

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
