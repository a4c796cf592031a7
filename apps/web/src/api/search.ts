import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Found } from '@dragoman/contracts';
import { api, queryString } from './client';

export const searchQuery = (search: string) =>
  queryOptions({
    queryKey: ['search', search],
    queryFn: ({ signal }) => api.get<Found>(`/search${queryString({ search })}`, signal),
    enabled: search.length > 1,
    placeholderData: keepPreviousData,
  });
